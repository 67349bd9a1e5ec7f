namespace Mach;

/// <summary>What the kernel's command line asks of the memory system.</summary>
internal static unsafe class BootOptions
{
    private static bool s_isBooted;

    /// <summary>
    /// <c>failpage=N</c>: the N-th request for pages from now on is refused, and with <c>failmore=M</c> the M after it.
    /// At the end of vm_page_bootstrap.
    /// </summary>
    public static void SetFailingRequest()
    {
        VmFreePages.FailRequest = Number(cmdline_value(T("failpage"u8)));
        VmFreePages.FailMore = Number(cmdline_value(T("failmore"u8)));
    }

    /// <summary>
    /// Boot is done; the daemon's rounds say so, and the first counts. <c>zones</c>: print the statistics of the zones.
    /// <c>console</c>: take commands.
    /// </summary>
    public static void NoteBooted()
    {
        if (s_isBooted)
            return;
        s_isBooted = true;
        if (cmdline_value(T("zones"u8)) != null)
            ZoneStatistics.zones_print();
        if (cmdline_value(T("console"u8)) != null)
            ConsoleCommands.Start();
    }

    /// <summary><c>memdebug</c>: poison, red zones, callers, and free pages that are not there.</summary>
    public static bool WantsDebugging => cmdline_value(T("memdebug"u8)) != null;

    /// <summary>A hexadecimal number, with or without 0x; the text goes on behind it.</summary>
    public static uint Hex(sbyte** text)
    {
        sbyte* at = *text;
        if (at[0] == (sbyte)'0' && at[1] == (sbyte)'x')
            at += 2;
        uint number = 0;
        for (int digit = DigitOf(*at); digit >= 0; digit = DigitOf(*++at))
            number = number << 4 | (uint)digit;
        *text = at;
        return number;
    }

    private static int DigitOf(sbyte character) =>
        character switch
        {
            >= (sbyte)'0' and <= (sbyte)'9' => character - (sbyte)'0',
            >= (sbyte)'a' and <= (sbyte)'f' => character - (sbyte)'a' + 10,
            _ => -1,
        };

    // Decimal digits, up to the first other character; 0 for no text.
    private static uint Number(sbyte* text)
    {
        uint number = 0;
        for (; text != null && *text >= (sbyte)'0' && *text <= (sbyte)'9'; text++)
            number = number * 10 + (uint)(*text - (sbyte)'0');
        return number;
    }
}
