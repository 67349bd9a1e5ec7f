using Porting.Clang.Ast;
using Porting.Clang.Parse;
using Xunit;

namespace Porting.Clang.Tests;

/// <summary>A C text parsed as one unit for the i386 target.</summary>
internal sealed class Parsed
{
    private static readonly string[] Flags = ["-m32", "-march=i686", "-std=gnu11", "-ffreestanding"];

    public TranslationUnit? Unit { get; private init; }
    public List<PortDiagnostic> Diagnostics { get; } = [];

    public static Parsed Text(string c, params string[] flags) => Bytes(System.Text.Encoding.UTF8.GetBytes(c), flags);

    public static Parsed Bytes(byte[] c, params string[] flags)
    {
        string folder = Directory.CreateTempSubdirectory("clang").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "t.c"), c);
            Parsed parsed = new();
            ClangParser parser = new(new ClangParserOptions(folder));
            TranslationUnit? unit = parser.ParseAll(
                [new CompileCommand(folder, "t.c", [.. Flags, .. flags, "-c", "t.c"])],
                1,
                parsed.Diagnostics
            )[0];
            _ = unit?.MainFile.Text; // read when it is first asked for, and the file goes now
            return new Parsed(parsed.Diagnostics) { Unit = unit };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Parsed(List<PortDiagnostic>? diagnostics = null) => Diagnostics = diagnostics ?? [];

    public FunctionDecl Function(string name) => Good.Decls.OfType<FunctionDecl>().Last(f => f.Name == name);

    public VarDecl Variable(string name) => Good.Decls.OfType<VarDecl>().Last(v => v.Name == name);

    public RecordDecl Record(string name) => Good.Decls.OfType<RecordDecl>().Last(r => r.Name == name);

    public TranslationUnit Good
    {
        get
        {
            Assert.Empty(Diagnostics);
            return Unit!;
        }
    }

    /// <summary>The expression that a function's single return statement returns.</summary>
    public Expr Returned(string function) => ((ReturnStmt)Function(function).Body!.Body[^1]).Value!;
}
