using Porting.Clang.Ast;
using Porting.Translator.Names;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>Arrays: strings, and lists by element.</summary>
internal sealed partial class InitializerWriter
{
    private void WriteArray(ArrayType array, Expr? value, long offset, long size)
    {
        ArrayText text = ArrayText.Of(Names, array);
        if (value is CompoundLiteralExpr literal)
        {
            value = Strip(literal.Initializer);
        }

        if (Characters(array, value, offset, size) is { } characters)
        {
            _out.Append(characters);
            return;
        }

        long each = Math.Max(1, InnermostSize(array));
        long count = size / each;
        if (
            value is null or ImplicitValueInitExpr or NoInitExpr
            || count == 0
            || IsZero(offset, size) && value is not InitListExpr
        )
        {
            _out.Append(text.Zeros(count));
            return;
        }

        _out.Append(text.Open);
        List list = Begin(value);
        long pending = 0,
            written = 0;
        WriteElements(array, value, offset, list, text, ref pending, ref written);
        if (written == 0)
        {
            _out.Append(text.Zero);
            written = 1;
        }

        End(list, value, text.Close(written < count ? count : null));
    }

    private void WriteElements(
        ArrayType array,
        Expr? value,
        long offset,
        List list,
        ArrayText text,
        ref long pending,
        ref long written
    )
    {
        long each = array.Element.Canonical.Size;
        long count = array.Count > 0 ? array.Count : (_bytes.Length - offset) / Math.Max(1, each);
        InitListExpr? elements = value as InitListExpr;
        if (
            elements is { Elements: [StringLiteral or ParenExpr] }
            && Strip(elements.Elements[0]) is StringLiteral inner
            && array.Element.Canonical.Size == inner.CharWidth
        )
        {
            (value, elements) = (inner, null);
        }

        for (long i = 0; i < count; i++)
        {
            Expr? element =
                elements == null ? null
                : i < elements.Elements.Count ? Strip(elements.Elements[(int)i])
                : elements.ArrayFiller is { } filler ? Strip(filler)
                : null;
            long at = offset + i * each;
            if (array.Element.Canonical is ArrayType rows)
            {
                WriteElements(rows, element, at, list, text, ref pending, ref written);
                continue;
            }

            bool isAbsent = element is null or ImplicitValueInitExpr or NoInitExpr;
            if (
                isAbsent
                && (elements != null || value is null or ImplicitValueInitExpr or NoInitExpr || IsZero(at, each))
            )
            {
                pending++;
                continue;
            }

            for (; pending > 0; pending--, written++)
            {
                Next(list, null);
                _out.Append(text.Zero);
            }

            Next(
                list,
                isAbsent ? null
                    : elements!.Elements.Count > i ? elements.Elements[(int)i]
                    : element
            );
            Object(array.Element, element, at);
            written++;
        }
    }

    private static long InnermostSize(CType type) =>
        type.Canonical is ArrayType array ? InnermostSize(array.Element) : type.Canonical.Size;

    private bool IsZero(long offset, long size)
    {
        for (long i = offset; i < offset + size; i++)
        {
            if (i < _bytes.Length && _bytes[i] != 0 || _relocations.ContainsKey(i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Characters by a string, or by one a row; null for other arrays.</summary>
    private string? Characters(ArrayType array, Expr? value, long offset, long size)
    {
        string canonical = Names.Canonical(array)[..^1];
        if (canonical is not ("sbyte" or "byte") || !HasText(value))
        {
            return null;
        }

        string cast = canonical == "byte" ? "(byte*)" : "";
        CType last = array;
        while (last.Canonical is ArrayType { Element.Canonical: ArrayType inner })
        {
            last = inner;
        }

        int row = (int)(last == array ? size : last.Canonical.Size);
        byte[] bytes = _bytes.AsSpan((int)offset, (int)Math.Min(size, _bytes.Length - offset)).ToArray();
        int end = bytes.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        List<string> rows = [];
        for (int i = 0; i < Math.Max(1, end); i += row)
        {
            rows.Add(StringText.Utf8Literal(bytes[i..Math.Min(Math.Min(i + row, bytes.Length), Math.Max(i, end))]));
        }

        bool isPlain = rows.TrueForAll(r => r[0] == '"');
        return isPlain
            ? $"{cast}rt.text({string.Join(" + ", Padded(rows, bytes, row))}{(end + 1 == size ? "" : $", {size}")})"
            : $"{cast}rt.text({StringText.Utf8Literal(bytes)}, {size})";
    }

    private static IEnumerable<string> Padded(List<string> rows, byte[] bytes, int row) =>
        rows.Select((r, i) => i == rows.Count - 1 ? r : StringText.Utf8Literal(bytes[(i * row)..((i + 1) * row)]));

    private static bool HasText(Expr? value) =>
        Strip(value) switch
        {
            StringLiteral { CharWidth: 1 } => true,
            InitListExpr { Type.Canonical: ArrayType } list => list.Elements.Any(HasText),
            _ => false,
        };
}
