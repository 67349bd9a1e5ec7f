using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>How one argument or result travels by the C convention: a letter of the translator's signature codes, and
/// bytes for those that have a size of their own.</summary>
public readonly record struct CPart(char Letter, int Size)
{
    public bool IsVoid => Letter == 'v';

    /// <summary>A struct or union.</summary>
    public bool IsRecord => Letter is 's' or 'e';

    /// <summary>C# has a struct where C passes a value: long double, complex in registers, vectors.</summary>
    public bool IsBoxed => Letter is 'x' or 'm' or 'c' or 'n' or 'u' or 'y' or 'z';

    /// <summary>A number of more bits than are passed: by the address of a copy.</summary>
    public bool IsIndirect => Letter == 'w';

    /// <summary>LLVM's type of the value that C passes; null where C# and C agree.</summary>
    public string? Value =>
        Letter switch
        {
            'x' => "x86_fp80",
            'm' => $"<{Size / 4} x i32>",
            'c' => $"i{Size * 8}",
            'e' => Size == 4 ? "float" : "double",
            'n' or 'u' => $"i{Size}",
            'y' => "half",
            'z' => "bfloat",
            _ => null,
        };

    /// <summary>How bits that are fewer than an int's fill a word, with a blank behind it.</summary>
    public string Extension =>
        Size >= 32 ? ""
        : Letter == 'n' ? "signext "
        : Letter == 'u' ? "zeroext "
        : "";

    /// <summary>As it lies in memory: bits fill the C# struct, with their sign.</summary>
    public string MemoryOf(int bytes) => Letter is 'n' or 'u' ? $"i{8 * bytes}" : Value!;

    /// <summary>Complex numbers and small structs come back in registers, and are structs as arguments.</summary>
    public bool IsRecordArgument => Letter is 's' or 'c' or 'e';
}

/// <summary>
/// How a call of C travels, parsed from the translator's code for it (<c>ii_i</c>, <c>s12d_v_regparm3</c>): letters of
/// the arguments, of the result, the convention. LLVM's own lowering of byval, sret and inreg does the rest, as it
/// does for clang.
/// </summary>
public sealed record CSignature(IReadOnlyList<CPart> Parameters, CPart Result, string Convention)
{
    /// <summary>In the platform's convention.</summary>
    public static readonly CSignature Nothing = new([], new CPart('v', 0), "");

    public static CSignature Parse(string code)
    {
        string[] halves = code.Split('_');
        return new CSignature([.. Parts(halves[0])], Parts(halves[1]).Single(), halves.Length > 2 ? halves[2] : "");
    }

    private static IEnumerable<CPart> Parts(string text)
    {
        for (int at = 0; at < text.Length; )
        {
            char letter = text[at++];
            int size = 0;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                size = (size * 10) + (text[at++] - '0');
            }

            yield return new CPart(letter, size);
        }
    }

    /// <summary>LLVM's calling convention, with a space behind it.</summary>
    public string Prefix =>
        Convention switch
        {
            "fastcall" => "x86_fastcallcc ",
            _ => Convention.StartsWith("std", StringComparison.Ordinal) ? "x86_stdcallcc " : "",
        };

    private int Registers =>
        Convention switch
        {
            "fastcall" => 2,
            _ => Convention.Contains("regparm", StringComparison.Ordinal) ? Convention[^1] - '0' : 0,
        };

    /// <summary>The address of a result in memory comes in the first register.</summary>
    public bool HasHiddenRegister => Registers > 0 && Convention != "fastcall" && Result.Letter == 's';

    /// <summary>For each argument whether it comes in registers (clang, X86_32ABIInfo::updateFreeRegs: one that does
    /// not fit leaves nothing to others).</summary>
    public IReadOnlyList<bool> InRegisters
    {
        get
        {
            int free = Registers - (HasHiddenRegister ? 1 : 0);
            List<bool> result = [];
            foreach (CPart part in Parameters)
            {
                int words = part.Letter switch
                {
                    'b' or 'B' or 'h' or 'H' or 'i' => 1,
                    'l' => 2,
                    'n' or 'u' => (part.Size + 31) / 32,
                    's' => (part.Size + 3) / 4,
                    _ => 0,
                };
                result.Add(words > 0 && words <= free);
                free = words == 0 ? free : Math.Max(0, free - words);
            }

            return result;
        }
    }

    /// <summary>The C# side of a part is an address where C passes the thing itself.</summary>
    public static bool IsByAddress(CPart part, Storage storage) =>
        (part.IsRecord || part.IsBoxed) && storage.Kind == Kind.Ptr;
}
