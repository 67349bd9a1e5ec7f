using System.Reflection;
using Porting.Build.Compile;

namespace Porting.Build.Hosted;

/// <summary>What every hosted object brings along: the core library and the runtime, embedded in this
/// assembly.</summary>
public static class HostedLibrary
{
    private const string Prefix = "hosted/";

    private static readonly Lazy<IReadOnlyList<CSharpSource>> LazySources = new(() =>
        [.. Names(Prefix, ".cs").Select(n => new CSharpSource(n[Prefix.Length..], Read(n)))]
    );

    /// <summary>The core library's C#.</summary>
    public static IReadOnlyList<CSharpSource> Sources => LazySources.Value;

    /// <summary>Types of C that C# lacks; objects that do not mention them do without.</summary>
    public static IReadOnlyList<CSharpSource> Types => LazyTypes.Value;

    private const string TypePrefix = "hosted-types/";

    private static readonly Lazy<IReadOnlyList<CSharpSource>> LazyTypes = new(() =>
        [.. Names(TypePrefix, ".cs").Select(n => new CSharpSource(n[TypePrefix.Length..], Read(n)))]
    );

    /// <summary>Those that these sources mention.</summary>
    public static IReadOnlyList<CSharpSource> TypesOf(IReadOnlyList<CSharpSource> sources) =>
        [.. Types.Where(t => sources.Any(s => s.Text.Contains(t.Path[..^3], StringComparison.Ordinal)))];

    internal static IEnumerable<string> Names(string prefix, string suffix) =>
        Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && n.EndsWith(suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    internal static string Read(string name)
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
