using Mach.Boot;

[assembly: Drops("i386/i386at/cmdline.c", "read_number", "OptionText reads numbers")]
[assembly: Drops("i386/i386at/cmdline.c", "option_fault", "BootOptions has more kinds of options")]
[assembly: Drops("i386/i386at/cmdline.c", "cmdline_options", "BootOptions has more options")]

namespace Mach;

/// <summary>
/// The options of the kernel's command line (i386at/cmdline.c): which there are, what may stand behind them, and what
/// is wrong with one. A wrong value stops the boot with a line that quotes the option; an unknown name is told.
/// </summary>
internal static unsafe partial class cmdline_c
{
    private enum OptionKind : byte
    {
        /// <summary>Nothing.</summary>
        Flag,

        /// <summary>Any text.</summary>
        Word,

        /// <summary>A decimal number of 32 bits.</summary>
        Number,

        /// <summary><c>START-END,...</c> in hexadecimal.</summary>
        Ranges,
    }

    private const int OptionCount = 13;

    // Names and kinds in one order: link-time data cannot hold addresses.
    private static sbyte* NameOf(int option, out OptionKind kind)
    {
        kind = option switch
        {
            0 => OptionKind.Word,
            <= 5 => OptionKind.Number,
            6 => OptionKind.Ranges,
            _ => OptionKind.Flag,
        };
        return option switch
        {
            0 => T("suite"u8),
            1 => T("seed"u8),
            2 => T("failpage"u8),
            3 => T("failmore"u8),
            4 => T("badsector"u8),
            5 => T("operations"u8),
            6 => T("memmap"u8),
            7 => T("demo"u8),
            8 => T("notest"u8),
            9 => T("cross64"u8),
            10 => T("zones"u8),
            11 => T("console"u8),
            _ => T("memdebug"u8),
        };
    }

    /// <summary>Look at all options. The first word may be the image's name.</summary>
    [Replaces("i386/i386at/cmdline.c", "cmdline_check", "4c49208e72a872b2")]
    internal static void cmdline_check()
    {
        for (sbyte* word = kernel_cmdline; *word != 0; word = next_word(word))
        {
            sbyte* place = word;
            OptionFault fault = FaultOf(word, &place);
            if (fault == OptionFault.Unknown)
                tell_unknown(word);
            else if (fault != OptionFault.None)
                refuse(word, TextOf(fault), place);
        }
    }

    /// <summary>The number of an option; 0 when it is not there.</summary>
    [Replaces("i386/i386at/cmdline.c", "cmdline_number", "84217760a75d8322")]
    internal static uint cmdline_number(sbyte* name)
    {
        sbyte* text = cmdline_value(name);
        uint number = 0;
        if (text != null)
            _ = OptionText.ReadNumber(&text, out number);
        return number;
    }

    /// <summary>Stop the boot because of the option whose value this is.</summary>
    internal static void RefuseValue(sbyte* value, sbyte* why)
    {
        sbyte* word = value;
        while (word != kernel_cmdline && word[-1] != (sbyte)' ')
            word--;
        refuse(word, why, value);
    }

    private static OptionFault FaultOf(sbyte* word, sbyte** place)
    {
        for (int option = 0; option < OptionCount; option++)
        {
            sbyte* behind = name_matches(word, NameOf(option, out OptionKind kind));
            if (behind == null)
                continue;
            bool hasValue = *behind == (sbyte)'=';
            *place = hasValue ? behind + 1 : behind;
            if (cmdline_value(NameOf(option, out _)) != *place)
                return OptionFault.Twice;
            if (kind == OptionKind.Flag)
                return hasValue ? OptionFault.Value : OptionFault.None;
            if (!hasValue || OptionText.IsEnd(**place))
                return OptionFault.NoValue;
            MemoryRanges ranges = default;
            return kind switch
            {
                OptionKind.Number => OptionText.ReadNumber(place, out _),
                OptionKind.Ranges => OptionText.ReadRanges(place, uint.MaxValue, &ranges),
                _ => OptionFault.None,
            };
        }
        return OptionFault.Unknown;
    }

    private static sbyte* TextOf(OptionFault fault) =>
        fault switch
        {
            OptionFault.Twice => T("it is there twice"u8),
            OptionFault.NoValue => T("it needs a value"u8),
            OptionFault.Value => T("it takes no value"u8),
            OptionFault.NoDecimal => T("a decimal number is wanted"u8),
            OptionFault.NoHexadecimal => T("a hexadecimal number is wanted"u8),
            OptionFault.TooLarge => T("the number is too large"u8),
            OptionFault.NoDash => T("START-END is wanted"u8),
            OptionFault.NoComma => T("a comma and another range is wanted, or the end"u8),
            OptionFault.EmptyRange => T("the range is empty"u8),
            OptionFault.ReversedRange => T("the range ends before it starts"u8),
            _ => T("there are too many ranges"u8),
        };
}
