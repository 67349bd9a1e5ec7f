using System.Reflection;
using Porting.Build.Compile;

namespace Porting.Build.Hosted;

/// <summary>What every hosted object brings along: the core library and the runtime, embedded in this assembly.</summary>
public static class HostedLibrary
{
    private const string Prefix = "hosted/";

    private static readonly Lazy<IReadOnlyList<CSharpSource>> LazySources = new(() => [.. Names(".cs").Select(n => new CSharpSource(n[Prefix.Length..], Read(n)))]);

    /// <summary>The core library's C#.</summary>
    public static IReadOnlyList<CSharpSource> Sources => LazySources.Value;

    /// <summary>Assembler files by name.</summary>
    public static IReadOnlyList<(string Name, string Text)> Assembler => [.. Names(".S").Select(n => (n[Prefix.Length..], Read(n)))];

    private static IEnumerable<string> Names(string suffix) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Read(string name)
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
