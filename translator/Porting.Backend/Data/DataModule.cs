using System.Text;
using Porting.Backend.Llvm;
using Porting.Backend.Lower;

namespace Porting.Backend.Data;

/// <summary>
/// The translator's data texts as LLVM globals, so that the optimiser sees variables, tables and their sizes.
/// <para>Input: texts in the directives that the translator's DataEmitter writes, and no others. Output: one global a
/// label, in order. Holds after: names, sizes, alignments, sections, linkage and relocations are those of the text.
/// Errors: a directive that is not known is a <see cref="FormatException"/>: it would be lost otherwise.</para>
/// </summary>
internal sealed class DataModule
{
    private readonly HashSet<string> _defined = [];
    private readonly HashSet<string> _references = [];
    private readonly StringBuilder _text = new();
    private readonly Target _target;
    private readonly Func<string, string> _labelAddress;

    /// <param name="labelAddress">The address of a label in a function, for a name behind
    /// <see cref="TakenLabels.DataPrefix"/>.</param>
    public DataModule(IReadOnlyList<string> texts, Target target, Func<string, string> labelAddress)
    {
        _target = target;
        _labelAddress = labelAddress;
        foreach (string text in texts)
        {
            foreach (DataObject item in DataReader.Read(text))
            {
                Write(item);
            }
        }
    }

    public string Text => _text.ToString();
    public IEnumerable<string> References => _references;

    public bool Defines(string symbol) => _defined.Contains(symbol);

    private void Write(DataObject item)
    {
        if (!_defined.Add(item.Name))
        {
            return;
        }

        List<string> types = [],
            values = [];
        foreach (DataPart part in item.Parts)
        {
            (string type, string value) = Part(part);
            types.Add(type);
            values.Add($"{type} {value}");
        }

        bool isOne = types.Count == 1;
        string whole = isOne ? types[0] : $"<{{ {string.Join(", ", types)} }}>";
        string contents =
            types.Count == 0 ? "zeroinitializer"
            : isOne ? values[0][(whole.Length + 1)..]
            : $"<{{ {string.Join(", ", values)} }}>";
        string section = item.Section.Length == 0 ? "" : $", section \"{IrText.Escape(item.Section)}\"";
        _text.Append(
            $"{IrText.Global(item.Name)} = {Linkage(item)}{(item.IsThreadLocal ? "thread_local " : "")}{(item.IsConstant ? "constant" : "global")} {whole} {contents}{section}, align {item.Align}\n"
        );
    }

    private string Linkage(DataObject item)
    {
        string own = _target.OwnAreLocal ? "dso_local " : "";
        return item.IsText ? "private unnamed_addr "
            : item.IsLocal ? "internal "
            : item.IsCommon ? $"common {own}"
            : item.IsWeak ? $"weak {own}"
            : own;
    }

    /// <summary>An address, or the distance of two.</summary>
    private (string Type, string Value) Label(string[] labels, long more)
    {
        string[] addresses = [.. labels.Select(l => _labelAddress(l[TakenLabels.DataPrefix.Length..]))];
        if (addresses is [var one])
        {
            return ("ptr", more == 0 ? one : $"getelementptr (i8, ptr {one}, {_target.Word} {more})");
        }

        string word = _target.Word;
        string distance = $"ptrtoint (ptr {TakenLabels.Distance(addresses[0], addresses[1], word)} to {word})";
        return (word, more == 0 ? distance : $"add ({word} {distance}, {word} {more})");
    }

    private (string Type, string Value) Part(DataPart part)
    {
        if (part.Symbol is { } label && label.StartsWith(TakenLabels.DataPrefix, StringComparison.Ordinal))
        {
            return Label(label.Split(',', 2), part.Number);
        }

        if (part.Symbol is { } symbol)
        {
            _references.Add(symbol);
            return (
                "ptr",
                part.Number == 0
                    ? IrText.Global(symbol)
                    : $"getelementptr (i8, ptr {IrText.Global(symbol)}, {_target.Word} {part.Number})"
            );
        }

        if (part.Bytes is { } bytes)
        {
            return ($"[{bytes.Length} x i8]", IrText.Bytes(bytes));
        }

        return part.IsZeros
            ? ($"[{part.Number} x i8]", "zeroinitializer")
            : ($"i{part.Size * 8}", IrText.Number(part.Number));
    }
}

/// <summary>One labelled object.</summary>
internal sealed class DataObject
{
    public required string Name { get; init; }

    /// <summary>One that C names; empty for the usual ones.</summary>
    public string Section { get; init; } = "";
    public int Align { get; init; } = 1;
    public bool IsConstant { get; init; }
    public bool IsLocal { get; init; }
    public bool IsWeak { get; init; }
    public bool IsCommon { get; init; }
    public bool IsThreadLocal { get; init; }

    /// <summary>A string literal: nobody asks for its identity.</summary>
    public bool IsText { get; init; }
    public List<DataPart> Parts { get; } = [];
}

/// <summary>A number of so many bytes, a run of zeros, bytes, or an address with a distance.</summary>
internal sealed record DataPart(int Size, long Number)
{
    public bool IsZeros { get; init; }
    public byte[]? Bytes { get; init; }
    public string? Symbol { get; init; }
}
