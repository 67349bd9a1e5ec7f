using System.Security.Cryptography;
using System.Text;
using Porting.Clang.Ast;

namespace Porting.Translator.Incremental;

/// <summary>
/// What a unit declares to the rest of the program, as text: all that an outline has except where things stand in the
/// unit's own file, what bodies use (<see cref="UnitContribution"/> has that), static locals, function-like macros
/// (their methods count) and what initialisers are. As long as it is the same, no other unit's C# and no file of the
/// whole program can tell the difference.
/// </summary>
internal sealed class OutlineShape
{
    private readonly StringBuilder _text = new();
    private readonly SourceFile _main;

    private OutlineShape(TranslationUnit unit, IReadOnlySet<string> own)
    {
        _main = unit.MainFile;
        foreach (SourceFile file in unit.Files.Where(f => f.IsBelowRoot).OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            Line("file", file.Path);
        }

        foreach (
            FilePart part in unit.Parts.Where(p => p.File != _main).OrderBy(p => p.File.Path, StringComparer.Ordinal)
        )
        {
            Line("part", part.File.Path, part.Hash);
        }

        foreach (Decl decl in unit.Decls.Where(d => d is not FunctionDecl { IsMacro: true }))
        {
            Add(decl);
        }

        foreach (
            MacroDefinition macro in unit.Macros.Where(m =>
                m is { Parameters: null, File: { IsBelowRoot: true } file }
                && (file == _main || own.Contains(file.Path))
            )
        )
        {
            Line(
                "macro",
                macro.Name,
                macro.File!.Path,
                macro.File == _main ? 0 : macro.StartOffset,
                macro.IsRedefined,
                macro.Body
            );
        }
    }

    /// <param name="own">Files of which the unit is the first to have a part: what it tells about others depends on who
    /// was parsed beside it.</param>
    public static string HashOf(TranslationUnit unit, IReadOnlySet<string> own) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new OutlineShape(unit, own)._text.ToString())));

    private void Add(Decl decl)
    {
        Line(
            decl.GetType().Name,
            decl.Name,
            decl.File.Path,
            decl.File == _main ? 0 : decl.Span.StartOffset,
            decl.Span.IsMacro
        );
        decl.Attributes.ToList().ForEach(a => Line(["attribute", a.Name, .. a.Arguments]));
        switch (decl)
        {
            case FunctionDecl f:
                AddFunction(f);
                break;
            case VarDecl v:
                Line(
                    v.Storage,
                    v.Linkage,
                    v.IsGlobal,
                    v.IsThreadLocal,
                    v.Definition,
                    v.AsmLabel ?? "",
                    v.AlignedTo,
                    TypeOf(v.Type)
                );
                break;
            case RecordDecl r:
                AddRecord(r);
                break;
            case EnumDecl e:
                Line(TypeOf(e.IntegerType), e.TypedefName ?? "", e.IsComplete);
                e.Constants.ToList().ForEach(c => Line(c.Name, c.Value, TypeOf(c.Type)));
                break;
            case TypedefDecl t:
                Line(TypeOf(t.Underlying));
                break;
            case FileAsmDecl a:
                Line(a.Text);
                break;
        }
    }

    private void AddFunction(FunctionDecl f)
    {
        Line(
            f.HasBody,
            f.Storage,
            f.Linkage,
            f.IsInline,
            f.IsInlineDefinitionOnly,
            f.IsKnr,
            f.IsImplicit,
            f.IsBuiltin,
            f.AsmLabel ?? "",
            TypeOf(f.Type)
        );
        Line([.. f.Parameters.Select(p => $"{p.Name} {TypeOf(p.Type)} {p.IsKnrPromoted}")]);
        f.Locals.Where(l => l is not VarDecl { IsStaticLocal: true }).ToList().ForEach(Add);
    }

    private void AddRecord(RecordDecl r)
    {
        Line(
            r.IsUnion,
            r.IsComplete,
            r.Size,
            r.Align,
            r.IsPacked,
            r.TypedefName ?? "",
            r.Outer == null ? "" : NameOf(r.Outer),
            r.IsAnonymousMember,
            r.Ordinal
        );
        r.Fields.ToList().ForEach(f => Line(f.Name, TypeOf(f.Type), f.BitOffset, f.BitWidth));
    }

    private string TypeOf(CType type)
    {
        string text = type switch
        {
            TypedefType t => t.Decl.Name,
            PointerType t => TypeOf(t.Pointee) + "*",
            ArrayType t => $"{TypeOf(t.Element)}[{t.Kind}{t.Count}]",
            FunctionType t =>
                $"{TypeOf(t.Return)}({string.Join(',', t.Parameters.Select(TypeOf))}{(t.IsVariadic ? "..." : "")}{t.HasPrototype}){t.IsNoReturn}{t.Convention}",
            RecordType t => NameOf(t.Decl),
            EnumType t => $"enum {t.Decl.Name} {TypeOf(t.Decl.IntegerType)}",
            BuiltinType t => t.Spelling,
            VectorType t => $"{TypeOf(t.Element)} x {t.Count}",
            ComplexType t => $"complex {TypeOf(t.Element)}",
            _ => type.GetType().Name,
        };
        return $"{text}/{(int)type.Qualifiers}/{type.Size}/{type.Align}";
    }

    private string NameOf(RecordDecl record) =>
        $"{record.File.Path}:{(record.File == _main ? 0 : record.Span.StartOffset)}:{record.Name}:{record.TypedefName}:{record.Ordinal}";

    /// <summary>Lengths in front, so that no value can look like two.</summary>
    private void Line(params object[] values)
    {
        foreach (object value in values)
        {
            string text = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
            _text.Append(text.Length).Append(':').Append(text);
        }

        _text.Append('\n');
    }
}
