using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach;

/// <summary>
/// Commands that are typed on the serial line while the kernel runs, a word and a return each: statistics and checks of
/// memory. A thread of its own looks at the line at each tick of the clock; it is there with <c>console</c> on the
/// kernel's command line, so that nobody else's input is taken away (<c>notest console</c>: a kernel that does nothing
/// else).
/// </summary>
internal static unsafe class ConsoleCommands
{
    // The first serial line's registers (National Semiconductor PC16550D data sheet).
    private const uint DataPort = 0x3f8;
    private const uint StatusPort = 0x3fd;
    private const uint Received = 0x01;

    private const int LineLength = 32;
    private const uint TickMsecs = 10;

    private static LineText s_line;
    private static int s_length;

    /// <summary>Make the thread.</summary>
    public static void Start() =>
        kernel_thread(
            kernel_task,
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<void>)(delegate* unmanaged[Cdecl]<void>)&Serve,
            null
        );

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Serve()
    {
        printf__va(T("# console: zones, holders, check, halt\n"u8), null);
        while (true)
        {
            while ((Ports.Read(StatusPort) & Received) != 0)
                Take((byte)Ports.Read(DataPort));
            thread_will_wait_with_timeout(active_threads[0], TickMsecs);
            thread_block(null);
        }
    }

    // What is too long for a line is cut, and then no command.
    private static void Take(byte character)
    {
        fixed (byte* text = s_line.Text)
        {
            if (character is not ((byte)'\n' or (byte)'\r'))
            {
                if (s_length < LineLength)
                    text[s_length++] = character;
                return;
            }
            if (s_length != 0)
                Run(text, s_length);
            s_length = 0;
        }
    }

    private static void Run(byte* text, int length)
    {
        if (Is(text, length, "zones"u8))
            ZoneStatistics.zones_print();
        else if (Is(text, length, "holders"u8))
            Holders.Print();
        else if (Is(text, length, "check"u8))
            Check();
        else if (Is(text, length, "halt"u8))
            halt_all_cpus(EXIT_PASSED);
        else
            printf__va(T("# console: no such command\n"u8), null);
    }

    private static void Check()
    {
        int fault = (int)VmCheck.Verify();
        if (fault == 0 && kmem_c.VerifyBlocks())
            printf__va(T("# check: all invariants of memory hold\n"u8), null);
        else
            printf__va(T("# check: WRONG (VmFault %d)\n"u8), (byte*)&fault);
    }

    private static bool Is(byte* text, int length, System.ReadOnlySpan<byte> command)
    {
        if (length != command.Length)
            return false;
        for (int i = 0; i < length; i++)
            if (text[i] != command[i])
                return false;
        return true;
    }

    private struct LineText
    {
        public fixed byte Text[LineLength];
    }
}
