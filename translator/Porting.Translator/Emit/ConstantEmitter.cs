using Porting.Clang.Ast;
using Porting.Translator.Names;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>The constants of a file: <c>enum { A, B }</c> and <c>#define N 4</c> -> <c>const int</c>.</summary>
/// <param name="comments">Of the file; those of constants are taken out.</param>
internal sealed class ConstantEmitter(
    ProgramNames names,
    FileContents contents,
    FileComments comments,
    CodeWriter output
)
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Enumerators and macros in the order of C, with their comments.</summary>
    public void Write()
    {
        IEnumerable<(int Offset, Action Write)> enumerations = contents
            .Decls.OfType<EnumDecl>()
            .Select(e => (e.Span.StartOffset, (Action)(() => WriteEnumeration(e))));
        IEnumerable<(int Offset, Action Write)> macros = contents.File.Macros.Select(m =>
            (m.StartOffset, (Action)(() => WriteMacro(m)))
        );
        foreach ((_, Action write) in enumerations.Concat(macros).OrderBy(c => c.Offset))
        {
            write();
        }
    }

    private void WriteEnumeration(EnumDecl enumeration)
    {
        int behind = 0;
        for (int i = 0; i < enumeration.Constants.Count; i++)
        {
            EnumConstantDecl constant = enumeration.Constants[i];
            string name = names.EnumConstant(constant);
            if (!_written.Add(name))
            {
                continue;
            }

            string type = names.Canonical(constant.Type);
            string value =
                type == "bool" ? (constant.Value != 0 ? "true" : "false")
                : type == "ulong" ? $"{(ulong)constant.Value}"
                : type == "uint" ? $"{(uint)constant.Value}"
                : $"{constant.Value}";
            List<Comment> above =
            [
                .. behind == 0 ? comments.TakeAbove(enumeration.Span.StartOffset) : [],
                .. comments.TakeBetween(enumeration.Span.StartOffset, constant.Span.StartOffset),
            ];
            WriteConstant($"internal const {type} {name} = {value};", constant.Span.StartLine, above, behind);
            behind = constant.Span.EndOffset;
            if (enumeration.Constants.ElementAtOrDefault(i + 1)?.Span.StartLine != constant.Span.StartLine)
            {
                Trail(constant.Span.StartLine);
            }
        }

        if (behind > 0)
        {
            output.Comments(comments.TakeInside(enumeration.Span), behind);
            Trail(enumeration.Span.EndLine, enumeration.Span.EndOffset);
        }
    }

    private void WriteConstant(string text, int line, List<Comment> above, int behind)
    {
        if (above.Count > 0 && behind == 0)
        {
            output.Blank();
        }

        output.Comments(above, behind);
        output.Line(text, contents.File.Path, line);
    }

    private void WriteMacro(MacroDefinition macro)
    {
        if (names.MacroOf(macro.Name, contents.File.ClassName) is not { } value || !_written.Add(macro.Name))
        {
            return;
        }

        string text =
            ConstantText(macro, value.Value.Bits)
            + value.Type switch
            {
                "uint" => "u",
                "int" => "",
                "ulong" => "UL",
                _ => "L",
            };
        int line = contents.File.Source.Text.LastIndexOf('\n', macro.StartOffset) + 1;
        WriteConstant(
            $"internal const {value.Type} {CSharpWords.Escape(macro.Name)} = {text};",
            macro.StartLine,
            comments.TakeAbove(line),
            0
        );
        Trail(macro.StartLine);
    }

    /// <summary>In the base that the C uses.</summary>
    private static string ConstantText(MacroDefinition macro, long value) =>
        value >= 0 && macro.Body.Contains("0x", StringComparison.OrdinalIgnoreCase) ? $"0x{value:x}" : $"{value}";

    private void Trail(int line, int behind = -1) => output.Trail(comments.TakeTrailing(line, behind));
}
