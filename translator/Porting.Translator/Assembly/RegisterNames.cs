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

    /// <summary>The full register that a clobber names ("eax", "%ax", "al", ...); null for "memory", "cc" and the
    /// like.</summary>
    public static Register? FromClobber(string clobber, out bool isKnown)
    {
        string name = clobber.TrimStart('%').ToLowerInvariant();
        if (name is ['r', _, _] && Enum.TryParse<Register>("e" + name[1..], ignoreCase: true, out _))
        {
            name = "e" + name[1..]; // the 64-bit register around it
        }

        isKnown =
            name is "memory" or "cc" or "flags" or "dirflag" or "fpsr" or "fpcr"
            || name == "st"
            || name.StartsWith("st(", StringComparison.Ordinal)
            || SseFromClobber(clobber) != null;
        foreach (Register register in Enum.GetValues<Register>())
        {
            string wide = register.ToString().ToLowerInvariant();
            if (
                name == wide
                || name == wide[1..]
                || (register <= Register.Ebx && (name == $"{wide[1]}l" || name == $"{wide[1]}h"))
            )
            {
                isKnown = true;
                return register;
            }
        }

        return null;
    }

    /// <summary>The number of the SSE register that a clobber names.</summary>
    public static int? SseFromClobber(string clobber) =>
        clobber.TrimStart('%').ToLowerInvariant() is ['x', 'm', 'm', >= '0' and <= '7' and var digit]
            ? digit - '0'
            : null;
}
