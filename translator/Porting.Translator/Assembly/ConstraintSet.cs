namespace Porting.Translator.Assembly;

/// <summary>The general registers of i386. The first four have byte forms.</summary>
internal enum Register
{
    Eax,
    Ecx,
    Edx,
    Ebx,
    Esi,
    Edi,
    Ebp,

    /// <summary>Of a variable that is the stack pointer; no constraint has it.</summary>
    Esp,
}

/// <summary>
/// What a GNU constraint string of i386 allows (GCC manual, "Constraints for Particular Machines", x86). Only the first
/// alternative of a multi-alternative string counts: it is always a legal choice.
/// </summary>
internal sealed class ConstraintSet
{
    private ConstraintSet() { }

    public bool IsOutput { get; private set; }
    public bool IsReadWrite { get; private set; }
    public bool IsEarlyClobber { get; private set; }
    public bool AllowsMemory { get; private set; }
    public bool AllowsImmediate { get; private set; }

    /// <summary>The letter that allows it, as LLVM has it.</summary>
    public char ImmediateLetter { get; private set; } = 'i';

    /// <summary>Immediates must lie in this range ("N" is 0..255, "I" 0..31, ...); null for any.</summary>
    public (long Low, long High)? ImmediateRange { get; private set; }

    /// <summary>Registers allowed, in order of preference; empty if no register is.</summary>
    public IReadOnlyList<Register> Registers { get; private set; } = [];

    /// <summary>The register is that of a variable ("{eax}"), which goes on in the next one when it is wide.</summary>
    public bool IsVariables { get; private set; }

    /// <summary>The pair EDX:EAX ("A").</summary>
    public bool IsPair { get; private set; }

    /// <summary>Operand that this input shares its place with, -1 if none; names are resolved by the caller.</summary>
    public int Matching { get; private set; } = -1;
    public string MatchingName { get; private set; } = "";

    /// <summary>Of an output that is a flag ("=@ccz"): the condition as SETcc has it; else empty.</summary>
    public string Flag { get; private set; } = "";

    /// <summary>A register of SSE ("x").</summary>
    public bool AllowsSse { get; private set; }

    /// <summary>The top of the x87's stack ("t") or what is below it ("u").</summary>
    public char X87 { get; private set; }

    private const string FlagPrefix = "=@cc";
    private static readonly HashSet<string> Conditions =
    [
        "a",
        "ae",
        "b",
        "be",
        "c",
        "e",
        "g",
        "ge",
        "l",
        "le",
        "na",
        "nae",
        "nb",
        "nbe",
        "nc",
        "ne",
        "ng",
        "nge",
        "nl",
        "nle",
        "no",
        "np",
        "ns",
        "nz",
        "o",
        "p",
        "s",
        "z",
    ];

    private static readonly Register[] ByteRegisters = [Register.Eax, Register.Ecx, Register.Edx, Register.Ebx];
    private static readonly Register[] AnyRegister =
    [
        Register.Eax,
        Register.Ecx,
        Register.Edx,
        Register.Ebx,
        Register.Esi,
        Register.Edi,
        Register.Ebp,
    ];

    /// <summary>Reads a constraint; returns null and a reason when a letter is not supported.</summary>
    public static ConstraintSet? Parse(string text, out string problem)
    {
        problem = "";
        if (text.StartsWith(FlagPrefix, StringComparison.Ordinal) && Conditions.Contains(text[FlagPrefix.Length..]))
        {
            return new ConstraintSet
            {
                IsOutput = true,
                Registers = ByteRegisters,
                Flag = text[FlagPrefix.Length..],
            };
        }

        ConstraintSet set = new();
        List<Register> registers = [];
        for (int i = 0; i < text.Length && text[i] != ','; i++)
        {
            char letter = text[i];
            if (letter == '[')
            {
                int end = text.IndexOf(']', i);
                set.MatchingName = end < 0 ? "" : text[(i + 1)..end];
                i = end < 0 ? text.Length : end;
            }
            else if (char.IsAsciiDigit(letter))
            {
                int end = i;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }

                set.Matching = int.Parse(text[i..end], System.Globalization.CultureInfo.InvariantCulture);
                i = end - 1;
            }
            else if (letter == '{')
            {
                int end = text.IndexOf('}', i);
                if (RegisterNames.FromClobber(text[(i + 1)..end], out _) is not { } named)
                {
                    problem = $"a variable in {text[(i + 1)..end]}";
                    return null;
                }

                registers.Add(named);
                set.IsVariables = true;
                i = end;
            }
            else if (!set.Accept(letter, registers))
            {
                problem = $"constraint letter '{letter}' in \"{text}\"";
                return null;
            }
        }

        set.Registers = [.. registers.Distinct()];
        return set;
    }

    private bool Accept(char letter, List<Register> registers)
    {
        switch (letter)
        {
            case '=':
                IsOutput = true;
                return true;
            case '+':
                IsOutput = IsReadWrite = true;
                return true;
            case '&':
                IsEarlyClobber = true;
                return true;
            case '%' or '?' or '!' or '*' or '#':
                return true; // hints, commutativity: any assignment is right
            case 'm' or 'o' or 'V' or '<' or '>':
                AllowsMemory = true;
                return true;
            case 'g' or 'X':
                AllowsMemory = AllowsImmediate = true;
                registers.AddRange(AnyRegister);
                return true;
            case 'A':
                IsPair = true;
                return true;
            case 'x' or 'v':
                AllowsSse = true;
                return true;
            case 't' or 'u':
                X87 = letter;
                return true;
            case 'i' or 'n' or 's' or 'e' or 'E' or 'F':
                AllowsImmediate = true;
                ImmediateLetter = letter is 'E' or 'F' ? 'i' : letter;
                return true;
            default:
                Register[] named = [.. RegistersOf(letter)];
                registers.AddRange(named);
                return named.Length > 0 || AcceptRange(letter);
        }
    }

    private static IEnumerable<Register> RegistersOf(char letter) =>
        letter switch
        {
            'r' or 'R' or 'l' or 'p' => AnyRegister,
            'q' or 'Q' => ByteRegisters,
            'a' => [Register.Eax],
            'b' => [Register.Ebx],
            'c' => [Register.Ecx],
            'd' => [Register.Edx],
            'S' => [Register.Esi],
            'D' => [Register.Edi],
            _ => [],
        };

    private bool AcceptRange(char letter)
    {
        (long, long)? range = letter switch
        {
            'I' => (0, 31),
            'J' => (0, 63),
            'K' => (-128, 127),
            'M' => (0, 3),
            'N' => (0, 255),
            'O' => (0, 127),
            'Z' => (0, uint.MaxValue),
            _ => null,
        };
        if (range != null)
        {
            AllowsImmediate = true;
            ImmediateLetter = letter;
        }

        ImmediateRange = range ?? ImmediateRange;
        return range != null;
    }
}
