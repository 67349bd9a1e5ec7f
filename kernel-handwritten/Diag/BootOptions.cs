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
        VmFreePages.FailRequest = cmdline_number(T("failpage"u8));
        VmFreePages.FailMore = cmdline_number(T("failmore"u8));
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
}
