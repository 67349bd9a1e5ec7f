using System.Globalization;
using System.Text;

namespace Porting.Backend.Data;

/// <summary>Reads the assembler of a data text: labels and directives, no instructions.</summary>
internal sealed class DataReader
{
    private readonly List<DataObject> _objects = [];
    private readonly HashSet<string> _weak = [],
        _global = [];
    private string _section = ".data";
    private int _align = 1;
    private DataObject? _open;

    public static IReadOnlyList<DataObject> Read(string text)
    {
        DataReader reader = new();
        foreach (string line in text.Split('\n'))
        {
            reader.Add(WithoutComment(line).Trim());
        }

        return reader._objects;
    }

    private void Add(string line)
    {
        if (line.Length == 0)
        {
            return;
        }

        string[] words = line.Split([' ', '\t'], 2, StringSplitOptions.TrimEntries);
        if (words.Length == 1 && line.EndsWith(':'))
        {
            Open(line[..^1]);
            return;
        }

        string rest = words.Length > 1 ? words[1] : "";
        switch (words[0])
        {
            case ".text" or ".data" or ".bss":
                _section = words[0];
                break;
            case ".section":
                _section = rest.Split(',')[0].Trim();
                break;
            case ".balign":
                _align = int.Parse(rest, CultureInfo.InvariantCulture);
                break;
            case ".weak":
                _weak.Add(rest);
                break;
            case ".globl":
                _global.Add(rest);
                break;
            case ".comm":
                AddCommon(rest.Split(',', StringSplitOptions.TrimEntries));
                break;
            case ".type" or ".size":
                break; // LLVM knows
            default:
                AddPart(words[0], rest);
                break;
        }
    }

    private static bool IsDotted(string name) => name.Contains('.', StringComparison.Ordinal);

    private void Open(string name)
    {
        bool isText = !_global.Contains(name) && !_weak.Contains(name);
        _open = new DataObject
        {
            Name = name,
            Align = _align,
            Section = _section is ".data" or ".bss" or ".rodata" or ".tbss" or ".tdata" ? "" : _section,
            IsConstant = _section == ".rodata",
            IsThreadLocal = _section is ".tbss" or ".tdata",
            IsLocal = isText || IsDotted(name),
            IsWeak = _weak.Contains(name),
            IsText = isText && _section == ".rodata" && name.Contains(".str.", StringComparison.Ordinal),
        };
        _objects.Add(_open);
        _align = 1;
    }

    private void AddCommon(string[] parts)
    {
        DataObject made = new()
        {
            Name = parts[0],
            Align = int.Parse(parts[2], CultureInfo.InvariantCulture),
            IsCommon = true,
        };
        made.Parts.Add(new DataPart(0, long.Parse(parts[1], CultureInfo.InvariantCulture)) { IsZeros = true });
        _objects.Add(made);
    }

    private void AddPart(string directive, string rest)
    {
        List<DataPart> parts = _open?.Parts ?? throw new FormatException($"'{directive}' in front of any label");
        switch (directive)
        {
            case ".byte" or ".short" or ".long" or ".quad":
                int size = directive switch
                {
                    ".byte" => 1,
                    ".short" => 2,
                    ".long" => 4,
                    _ => 8,
                };
                parts.Add(Number(size, rest));
                break;
            case ".zero":
                if (rest != "0")
                {
                    parts.Add(new DataPart(0, long.Parse(rest, CultureInfo.InvariantCulture)) { IsZeros = true });
                }

                break;
            case ".ascii" or ".asciz":
                byte[] bytes = Unquoted(rest, directive == ".asciz");
                parts.Add(new DataPart(0, 0) { Bytes = bytes });
                break;
            default:
                throw new FormatException($"the directive '{directive}' is not one of a data text");
        }
    }

    private static DataPart Number(int size, string text)
    {
        if (char.IsAsciiDigit(text[0]) || text[0] == '-')
        {
            return new DataPart(size, Parse(text));
        }

        int sign = text.LastIndexOfAny(['+', '-']);
        return new DataPart(size, sign < 0 ? 0 : Parse(text[sign..].TrimStart('+')))
        {
            Symbol = sign < 0 ? text : text[..sign],
        };
    }

    private static long Parse(string text)
    {
        bool isNegative = text.StartsWith('-');
        string digits = isNegative ? text[1..] : text;
        long value = digits.StartsWith("0x", StringComparison.Ordinal)
            ? (long)ulong.Parse(digits[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : (long)ulong.Parse(digits, CultureInfo.InvariantCulture);
        return isNegative ? -value : value;
    }

    private static string WithoutComment(string line)
    {
        bool isQuoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && isQuoted)
            {
                i++;
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == '#' && !isQuoted)
            {
                return line[..i];
            }
        }

        return line;
    }

    /// <summary>The bytes of a quoted string: octal escapes, and those for newline and tab.</summary>
    private static byte[] Unquoted(string text, bool isTerminated)
    {
        List<byte> bytes = [];
        byte[] raw = Encoding.UTF8.GetBytes(text);
        for (int i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                bytes.Add(raw[i]);
            }
            else if (raw[i + 1] is >= (byte)'0' and <= (byte)'7')
            {
                bytes.Add((byte)(((raw[i + 1] - '0') << 6) | ((raw[i + 2] - '0') << 3) | (raw[i + 3] - '0')));
                i += 3;
            }
            else
            {
                i++;
                bytes.Add(
                    raw[i] switch
                    {
                        (byte)'n' => (byte)'\n',
                        (byte)'t' => (byte)'\t',
                        _ => raw[i],
                    }
                );
            }
        }

        if (isTerminated)
        {
            bytes.Add(0);
        }

        return [.. bytes];
    }
}
