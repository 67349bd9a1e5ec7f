using System.Security.Cryptography;
using System.Text;
using Porting.Clang.Ast;

namespace Porting.Translator.Program;

/// <summary>What lowering can ask the program as a whole.</summary>
internal enum LookupKind : byte
{
    Function,
    FunctionByName,
    Variable,
    File,
    FunctionsOf,
    VariablesOf,
    Record,
    Alias,
    Macro,
    Member,
}

/// <summary>
/// The questions that lowering some files has asked the program, with the answers. As long as a later program answers
/// the same, the lowered files are what lowering them again would give. Not for two threads at once.
/// </summary>
internal sealed class Lookups
{
    private readonly Dictionary<(LookupKind Kind, string Key), string> _answers = [];

    public void Note(LookupKind kind, string key, Func<string> answer)
    {
        if (!_answers.ContainsKey((kind, key)))
        {
            _answers[(kind, key)] = answer();
        }
    }

    public IReadOnlyList<Lookup> All => [.. _answers.Select(a => new Lookup((byte)a.Key.Kind, a.Key.Key, a.Value))];
}

/// <summary>A question and its answer.</summary>
public readonly record struct Lookup(byte Kind, string Key, string Answer);

/// <summary>Everything about an entity that another file's C# may depend on, as a hash. Types are taken by their C
/// spelling and place; how those are named in C# is asked for where it matters.</summary>
internal static class Answers
{
    public static string Of(FunctionEntity f) =>
        f.Answer ??= Hash(
            $"{f.Symbol} {f.Origin} {f.ClassName} {f.File?.Path} {f.IsStatic} {f.IsPrivate} {f.NeedsEntry} {f.IsWeak} {f.Decl.IsKnr} {f.Decl.IsInline} {f.Decl.Linkage} {Of(f.Decl.Type)} {string.Join(',', f.Decl.Parameters.Select(p => $"{Of(p.Type)} {p.Name}"))} {string.Join(',', f.Decl.Attributes.Select(a => a.Name))}"
        );

    public static string Of(VariableEntity v) =>
        Hash(
            $"{v.Symbol} {v.Decl.IsThreadLocal} {v.IsWeakReference} {v.CSharpName} {v.ClassName} {v.File?.Path} {v.IsStatic} {v.IsPrivate} {v.IsDropped} {Of(v.Decl.Type)}"
        );

    /// <summary>128 bits: every file keeps what it asked, and every function is asked for.</summary>
    private static string Hash(string text) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 16);

    private static string Of(CType type) =>
        type switch
        {
            TypedefType t => t.Decl.Name + "=" + Of(t.Canonical),
            PointerType t => Of(t.Pointee) + "*" + Qualified(t),
            ArrayType t => $"{Of(t.Element)}[{t.Kind}{t.Count}]",
            FunctionType t =>
                $"{Of(t.Return)}({string.Join(',', t.Parameters.Select(Of))}{(t.IsVariadic ? "..." : "")}{(t.HasPrototype ? "" : "?")}){(t.IsNoReturn ? "!" : "")}{t.Convention}",
            RecordType t => $"{t.Decl.File.Path}:{t.Decl.Span.StartOffset}:{t.Decl.Name}:{t.Size}" + Qualified(t),
            EnumType t => Of(t.Decl.IntegerType) + Qualified(t),
            BuiltinType t => t.Spelling + Qualified(t),
            _ => $"{type.GetType().Name}{type.Size}",
        };

    private static string Qualified(CType type) => type.Qualifiers == Qualifiers.None ? "" : $"/{(int)type.Qualifiers}";
}
