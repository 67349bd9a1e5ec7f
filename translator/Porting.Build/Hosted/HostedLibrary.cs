using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Porting.Backend.Il;
using Porting.Build.Compile;

namespace Porting.Build.Hosted;

/// <summary>The library as an assembly: for C# to refer to, and for the back end to take code from.</summary>
public sealed class CompiledLibrary(byte[] image)
{
    public MetadataReference Reference { get; } = MetadataReference.CreateFromImage(image);

    /// <summary>Of the caller's own: definitions are made as they are asked for, by one thread.</summary>
    public IlAssembly Open() => new(image);
}

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

    private const string AssemblyName = "library";

    private static readonly ConcurrentDictionary<string, Lazy<CompiledLibrary>> Compiled = [];

    /// <summary>The library with these types, compiled once. Without types it may lie ready beside the tool.</summary>
    public static CompiledLibrary With(IReadOnlyList<CSharpSource> types) =>
        Compiled
            .GetOrAdd(
                string.Join(' ', types.Select(t => t.Path)),
                _ => new Lazy<CompiledLibrary>(() => new CompiledLibrary(Ready(types) ?? Compile(types)))
            )
            .Value;

    private static byte[] Compile(IReadOnlyList<CSharpSource> types) =>
        CSharpCompiler.Compile(AssemblyName, [.. Sources, .. types, OpenTo(NativeObject.AssemblyName)], []);

    /// <summary>The name says whose it is: sources and compiler are these builds of two assemblies.</summary>
    private static string ReadyName =>
        $"{AssemblyName}.{Id(typeof(HostedLibrary))}.{Id(typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation))}.il";

    private static string Id(Type type) => type.Module.ModuleVersionId.ToString("N")[..16];

    private static byte[]? Ready(IReadOnlyList<CSharpSource> types)
    {
        string path = Path.Combine(AppContext.BaseDirectory, ReadyName);
        try
        {
            return types.Count == 0 && File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Compiles the library for the processes to come, when the tool is built; others of that folder go.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void MakeReady(string folder)
    {
        foreach (string old in Directory.GetFiles(folder, $"{AssemblyName}.*.il"))
        {
            File.Delete(old);
        }

        string path = Path.Combine(folder, ReadyName);
        File.WriteAllBytes(path + ".part", Compile([]));
        File.Move(path + ".part", path, overwrite: true);
    }

    private static CSharpSource OpenTo(string assembly) =>
        new("Friends.cs", $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{assembly}\")]\n");

    /// <summary>What says how a whole assembly is compiled.</summary>
    internal static CSharpSource Settings => field ??= Sources.Single(s => s.Path == "AssemblyAttributes.cs");

    internal static IEnumerable<string> Names(string prefix, string suffix) =>
        Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && n.EndsWith(suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    internal static string Read(string name) => System.Text.Encoding.UTF8.GetString(ReadBytes(name));

    internal static byte[] ReadBytes(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
