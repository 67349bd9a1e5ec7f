using System.Reflection;
using Porting.Build.Compile;

namespace Porting.Build.Hosted;

/// <summary>A type of the runtime that is taken only where it is used.</summary>
public sealed record HostedType(string Name, CSharpSource Source, string Assembler);

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

    /// <summary>Types of C that C# lacks, with the assembler behind them; objects that do not mention them do
    /// without.</summary>
    public static IReadOnlyList<HostedType> Types => LazyTypes.Value;

    private const string TypePrefix = "hosted-types/";

    private static readonly Lazy<IReadOnlyList<HostedType>> LazyTypes = new(() =>
        [
            .. Names(TypePrefix, ".cs")
                .Select(n => new HostedType(
                    n[TypePrefix.Length..^3],
                    new CSharpSource(n[TypePrefix.Length..], Read(n)),
                    Names(TypePrefix, ".S").Contains(n[..^3] + ".S") ? Read(n[..^3] + ".S") : ""
                )),
        ]
    );

    /// <summary>Those that these sources mention.</summary>
    public static IReadOnlyList<HostedType> TypesOf(IReadOnlyList<CSharpSource> sources) =>
        [.. Types.Where(t => sources.Any(s => s.Text.Contains(t.Name, StringComparison.Ordinal)))];

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
