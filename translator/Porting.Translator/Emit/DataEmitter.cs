using System.Globalization;
using System.Text;
using Porting.Clang.Ast;
using Porting.Translator.Names;
using Porting.Translator.Program;

namespace Porting.Translator.Emit;

/// <summary>
/// The data of a unit as assembler: every variable under its linker symbol, with its initialiser laid down, addresses
/// as relocations, the C field path of each scalar as a comment. Read-only when declared const, .bss when all zero,
/// .comm for tentative definitions under -fcommon.
/// </summary>
internal sealed class DataEmitter(ProgramModel program, List<PortDiagnostic> diagnostics)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _strings = new();
    private FileContents? _contents;
    private int _stringCount;
    private string _unit = "";

    /// <summary>The assembler text; empty when there is no data.</summary>
    public string Write(FileContents file, IEnumerable<VariableEntity> variables)
    {
        _unit = file.File.Id;
        _contents = file;
        foreach (VariableEntity variable in variables.Where(v => v.Decl.Attributes.All(a => a.Name != "alias")))
        {
            WriteVariable(variable, variable.Decl);
            WriteLiterals();
        }

        if (_text.Length == 0)
        {
            return "";
        }

        string strings = _strings.Length == 0 ? "" : "\n\t.section .rodata\n" + _strings;
        return $"# Data of {file.File.Path}. Written by port.\n{_text}{strings}\t.section .note.GNU-stack,\"\",@progbits\n";
    }

    private void WriteVariable(VariableEntity variable, VarDecl decl)
    {
        DataImage? image = decl.HasImage ? _contents!.ImageOf(decl) : null;
        long size = image?.Bytes.Length ?? decl.Type.Canonical.Size;
        int align = Math.Max(Math.Max(1, Math.Max(decl.Type.Align, decl.Type.Canonical.Align)), decl.AlignedTo);
        if (size < 0)
        {
            // "int a[];" alone: one element, as C11 6.9.2 says.
            size = decl.Type.Canonical is ArrayType array ? array.Element.Canonical.Size : 0;
        }

        string? section = decl.Attributes.FirstOrDefault(a => a.Name == "section")?.Arguments[0];
        bool isZero = image == null || (image.Relocations.Count == 0 && image.Bytes.All(b => b == 0));
        _text.Append($"\n# {Declared(variable)}\n");
        bool isWeak = decl.Attributes.Any(a => a.Name == "weak");
        if (decl.IsThreadLocal)
        {
            _text.Append(
                $"\t.section {(isZero ? ".tbss,\"awT\",@nobits" : ".tdata,\"awT\",@progbits")}\n\t{(isWeak ? ".weak" : ".globl")}\t{variable.Symbol}\n\t.type\t{variable.Symbol}, @tls_object\n\t.size\t{variable.Symbol}, {size}\n\t.balign\t{align}\n{variable.Symbol}:\n"
            );
            WriteContents(isZero ? null : image, size);
            return;
        }

        if (decl.Definition == VarDefinition.Common && section == null && !variable.IsStatic && !isWeak)
        {
            _text.Append($"\t.comm\t{variable.Symbol}, {size}, {align}\n");
            return;
        }

        bool isConst = decl.Type.IsConst || (decl.Type.Canonical is ArrayType a && Innermost(a).IsConst);
        _text.Append(
            section != null ? $"\t.section {section},\"aw\",@progbits\n"
            : isZero && !isConst ? "\t.bss\n"
            : isConst ? "\t.section .rodata\n"
            : "\t.data\n"
        );
        _text.Append(
            $"\t{(isWeak ? ".weak" : ".globl")}\t{variable.Symbol}\n\t.type\t{variable.Symbol}, @object\n\t.size\t{variable.Symbol}, {size}\n\t.balign\t{align}\n{variable.Symbol}:\n"
        );
        WriteContents(isZero ? null : image, size);
    }

    private void WriteContents(DataImage? image, long size)
    {
        if (image == null)
        {
            _text.Append($"\t.zero\t{size}\n");
        }
        else
        {
            WriteImage(image, size);
        }
    }

    private static CType Innermost(CType type) =>
        type is ArrayType array ? Innermost(array.Element)
        : type.Canonical is ArrayType inner ? Innermost(inner.Element)
        : type;

    private static string Declared(VariableEntity variable) =>
        (variable.IsStatic ? "static " : "")
        + variable.Name
        + (variable.Decl.Parent != null ? $" in {variable.Decl.Parent.Name}" : "");

    /// <summary>One line per scalar with its path; stretches of zeros and of single bytes are gathered.</summary>
    private void WriteImage(DataImage image, long size)
    {
        Dictionary<int, DataRelocation> relocations = image.Relocations.ToDictionary(r => r.Offset);
        Dictionary<int, DataScalar> scalars = [];
        foreach (DataScalar scalar in image.Scalars)
        {
            scalars.TryAdd(scalar.Offset, scalar);
        }

        string? PathAt(int at) => scalars.TryGetValue(at, out DataScalar? scalar) ? scalar.Path : null;

        int offset = 0;
        while (offset < size)
        {
            if (relocations.TryGetValue(offset, out DataRelocation? relocation))
            {
                WriteLine(".long", Address(relocation), PathAt(offset));
                offset += 4;
                continue;
            }

            int next = Math.Min(
                (int)size,
                offset + (scalars.TryGetValue(offset, out DataScalar? here) && here.Size > 0 ? here.Size : 1)
            );
            int zeros = ZeroRun(image.Bytes, offset, relocations, (int)size);
            if (zeros >= 8 || (zeros > 0 && offset + zeros == size))
            {
                _text.Append($"\t.zero\t{zeros}\n");
                offset += zeros;
                continue;
            }

            offset += WriteScalar(image, scalars, offset, next);
        }
    }

    private static int ZeroRun(byte[] bytes, int offset, Dictionary<int, DataRelocation> relocations, int size)
    {
        int end = offset;
        while (end < size && bytes[end] == 0 && !relocations.ContainsKey(end))
        {
            end++;
        }

        return end - offset;
    }

    private int WriteScalar(DataImage image, Dictionary<int, DataScalar> scalars, int offset, int end)
    {
        string? path = scalars.GetValueOrDefault(offset)?.Path;
        int size = end - offset;
        if (size is 2 or 4 or 8)
        {
            ulong value = 0;
            for (int i = 0; i < size; i++)
            {
                value |= (ulong)image.Bytes[offset + i] << (8 * i);
            }

            WriteLine(
                size switch
                {
                    2 => ".short",
                    4 => ".long",
                    _ => ".quad",
                },
                value < 10 ? value.ToString(CultureInfo.InvariantCulture) : $"0x{value:x}",
                path
            );
            return size;
        }

        if (size == 12)
        {
            // long double: the mantissa, the exponent with the sign, nothing
            WriteLine(".quad", $"0x{BitConverter.ToUInt64(image.Bytes, offset):x}", path);
            WriteLine(".long", $"0x{BitConverter.ToUInt32(image.Bytes, offset + 8):x}", "");
            return size;
        }

        if (size == 1 && IsText(image, scalars, offset, out int length))
        {
            _text.Append($"\t.ascii\t{Quoted(image.Bytes.AsSpan(offset, length))}\n");
            return length;
        }

        WriteLine(".byte", $"0x{image.Bytes[offset]:x2}", path);
        return 1;
    }

    /// <summary>At least two characters that are elements of one array, a printable one in front.</summary>
    private static bool IsText(DataImage image, Dictionary<int, DataScalar> scalars, int offset, out int length)
    {
        int end = offset;
        while (
            end < image.Bytes.Length
            && image.Bytes[end] != 0
            && (IsPrintable(image.Bytes[end]) || end > offset)
            && scalars.TryGetValue(end, out DataScalar? scalar)
            && scalar.Size == 1
            && scalar.Path.EndsWith(']')
        )
        {
            end++;
        }

        length = end - offset;
        return length >= 2;
    }

    private static bool IsPrintable(byte value) => value is >= 0x20 and < 0x7f or (byte)'\n' or (byte)'\t';

    private void WriteLine(string directive, string value, string? path) =>
        _text.Append($"\t{directive}\t{value}{(string.IsNullOrEmpty(path) ? "" : $"\t# {path}")}\n");

    private string Address(DataRelocation relocation)
    {
        string target;
        switch (relocation)
        {
            case { Target: FunctionDecl function }:
                FunctionEntity entity = program.Function(function);
                if (entity.Origin == FunctionOrigin.Dropped)
                {
                    diagnostics.Add(
                        PortDiagnostic.Error(
                            "PORT2021",
                            function.Span.Location,
                            $"'{function.Name}' is dropped by handwritten code, but translated data still refers to it"
                        )
                    );
                }

                target = entity.Symbol;
                break;
            case { Target: VarDecl variable }:
                target = program.Variable(variable).Symbol;
                break;
            case { Literal: StringLiteral text }:
                target = StringSymbol(text);
                break;
            case { Literal: CompoundLiteralExpr { Image: { } image } literal }:
                target = LiteralSymbol(literal, image);
                break;
            case { Label: { } label }:
                if (program.IsNative)
                {
                    target = relocation.MinusLabel is { } other ? $"{PlaceOf(label)},{PlaceOf(other)}" : PlaceOf(label);
                    break;
                }

                // Label addresses are numbers; a difference is one of numbers.
                int number =
                    Lower.JumpPlan.AddressOf(label)
                    - (relocation.MinusLabel is { } minus ? Lower.JumpPlan.AddressOf(minus) : 0);
                return $"{number + relocation.Addend}";
            default:
                SourceLocation place =
                    relocation.Literal?.Span.Location ?? relocation.Label?.Span.Location ?? SourceLocation.None;
                diagnostics.Add(
                    PortDiagnostic.Error(
                        "PORT4003",
                        place,
                        "this kind of address in a static initialiser is not supported"
                    )
                );
                return "0";
        }

        return relocation.Addend == 0 ? target
            : relocation.Addend > 0 ? $"{target}+{relocation.Addend}"
            : $"{target}{relocation.Addend}";
    }

    /// <summary>For the back end: <c>label:CLASS.METHOD:NUMBER</c>.</summary>
    private string PlaceOf(LabelDecl label)
    {
        FunctionEntity function = program.Function(label.Parent!);
        return $"label:{function.ClassName}.{function.BodyName}:{Lower.JumpPlan.AddressOf(label)}";
    }

    /// <summary>An unnamed object; written behind the variable that points to it.</summary>
    private string LiteralSymbol(CompoundLiteralExpr literal, DataImage image)
    {
        // Numbered as the file's data come to them: clang's own count depends on what else the unit has.
        bool isNew = _literalNumbers.TryAdd((literal.Span.File, literal.Id), _literalNumbers.Count);
        string symbol = $"{_unit}.lit.{_literalNumbers[(literal.Span.File, literal.Id)]}";
        if (isNew)
        {
            _literals.Enqueue((symbol, image, Math.Max(1, literal.Type.Canonical.Align), literal.Type.IsConst));
        }

        return symbol;
    }

    private readonly Dictionary<(SourceFile, int), int> _literalNumbers = [];
    private readonly Queue<(string Symbol, DataImage Image, int Align, bool IsConst)> _literals = [];

    private void WriteLiterals()
    {
        while (_literals.TryDequeue(out (string Symbol, DataImage Image, int Align, bool IsConst) literal))
        {
            _text.Append(
                $"\n# literal\n{(literal.IsConst ? "\t.section .rodata\n" : "\t.data\n")}\t.balign\t{literal.Align}\n{literal.Symbol}:\n"
            );
            WriteImage(literal.Image, literal.Image.Bytes.Length);
        }
    }

    private string StringSymbol(StringLiteral text)
    {
        string symbol = $"{_unit}.str.{_stringCount++}";
        if (text.CharWidth > 1)
        {
            _strings.Append(
                $"\t.balign\t{text.CharWidth}\n{symbol}:\n\t.ascii\t{Quoted(text.Bytes)}\n\t.zero\t{text.CharWidth}\n"
            );
            return symbol;
        }

        _strings.Append($"{symbol}:\n\t.asciz\t{Quoted(text.Bytes)}\n");
        return symbol;
    }

    private static string Quoted(ReadOnlySpan<byte> bytes)
    {
        StringBuilder quoted = new("\"");
        foreach (byte b in bytes)
        {
            quoted.Append(
                b switch
                {
                    (byte)'"' => "\\\"",
                    (byte)'\\' => "\\\\",
                    (byte)'\n' => "\\n",
                    (byte)'\t' => "\\t",
                    >= 0x20 and < 0x7f => ((char)b).ToString(),
                    _ => $"\\{Convert.ToString(b, 8).PadLeft(3, '0')}",
                }
            );
        }

        return quoted.Append('"').ToString();
    }
}
