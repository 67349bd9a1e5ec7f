namespace Porting.Translator.Assembly;

/// <summary>Assembler spellings of registers by width in bytes (AT&amp;T, with the percent sign).</summary>
internal static class RegisterNames
{
    public static string Name(Register register, int size = 4)
    {
        string wide = register.ToString().ToLowerInvariant();
        return size switch
        {
            1 => $"%{wide[1]}l",
            2 => $"%{wide[1..]}",
            _ => $"%{wide}",
        };
    }

    /// <summary>AH, BH, CH, DH.</summary>
    public static string High(Register register) => $"%{register.ToString().ToLowerInvariant()[1]}h";

    /// <summary>The full register that a clobber names ("eax", "%ax", "al", ...); null for "memory", "cc" and the like.</summary>
    public static Register? FromClobber(string clobber, out bool isKnown)
    {
        string name = clobber.TrimStart('%').ToLowerInvariant();
        isKnown = name is "memory" or "cc" or "flags" or "dirflag" or "fpsr" or "fpcr";
        foreach (Register register in Enum.GetValues<Register>())
        {
            string wide = register.ToString().ToLowerInvariant();
            if (name == wide || name == wide[1..] || (register <= Register.Ebx && (name == $"{wide[1]}l" || name == $"{wide[1]}h")))
            {
                isKnown = true;
                return register;
            }
        }

        return null;
    }
}
