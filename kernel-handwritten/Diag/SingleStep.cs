using Mach.Vm;

namespace Mach;

/// <summary>
/// An interrupt between any two instructions: the processor is told to trap after each (Intel SDM vol. 3, "Single-Step
/// Exceptions"; bit 8 of EFLAGS), and wherever interrupts are on the trap does what a driver's handler might do with
/// memory. Where they are off it only counts, as no interrupt could come there.
/// </summary>
internal static unsafe class SingleStep
{
    private const uint TrapFlag = 1u << 8;
    private const int Held = 8;

    // Instructions between two reports of the handler, and an address that is no memory of the glue's.
    private const uint ReportEvery = 97;
    private const uint Nobody = 0xfffff000;

    private static bool s_isOn;
    private static StepAction s_action;

    // Instructions in a row with interrupts off: those of now, and the most there were.
    private static uint s_off;

    /// <summary>What is done after each instruction that an interrupt could come behind.</summary>
    private enum StepAction
    {
        Allocate,
        Report,
        Nothing,
        Once,
    }

    private static uint s_steps;
    private static uint s_interrupts;
    private static uint s_failures;

    // What the handler has and has not freed yet.
    private static HeldBlocks s_blocks;
    private static uint s_next;

    /// <summary>Instructions since Begin, this method's and Finish's own few among them.</summary>
    public static uint Steps => s_steps;

    /// <summary>How often the handler ran.</summary>
    public static uint InterruptCount => s_interrupts;

    /// <summary>How often it got no memory, or memory that somebody else had.</summary>
    public static uint Failures => s_failures;

    /// <summary>The longest stretch of instructions with interrupts off since Begin, and where it ended.</summary>
    public static uint LongestOff { get; private set; }
    public static uint LongestOffAt { get; private set; }

    public static void Begin() => Begin(StepAction.Allocate);

    /// <summary>The same with a handler that makes a mistake, which is reported, instead.</summary>
    public static void BeginReports() => Begin(StepAction.Report);

    /// <summary>Only count.</summary>
    public static void BeginCount() => Begin(StepAction.Nothing);

    /// <summary>Call something once, behind the so-many-th instruction at which interrupts are on, as a handler. The
    /// rest runs at full speed.</summary>
    public static void BeginOnce(uint instruction, delegate* <void> handler)
    {
        s_countdown = instruction;
        s_handler = handler;
        Begin(StepAction.Once);
    }

    private static uint s_countdown;
    private static delegate* <void> s_handler;

    private static void Begin(StepAction action)
    {
        s_action = action;
        s_steps = 0;
        s_interrupts = 0;
        s_failures = 0;
        s_off = 0;
        LongestOff = 0;
        s_isOn = true;
        Interrupts.Restore(Interrupts.Flags() | TrapFlag);
    }

    /// <summary>No more steps; what the handler still has goes back.</summary>
    public static void Finish()
    {
        Interrupts.Restore(Interrupts.Flags() & ~TrapFlag);
        s_isOn = false;
        for (int i = 0; i < Held; i++)
            Replace(i, null);
    }

    /// <summary>The trap. The processor has cleared the trap flag for as long as it is handled.</summary>
    public static void OnStep(i386_saved_state* regs)
    {
        if (!s_isOn)
            return;
        s_steps++;
        if (!Interrupts.WereOn(regs->efl))
        {
            if (++s_off <= LongestOff)
                return;
            LongestOff = s_off;
            LongestOffAt = ((uint*)&regs->efl)[2]; // who turns them on: behind the flags that he does it with
            return;
        }
        s_off = 0;
        if (s_action == StepAction.Nothing || (s_action == StepAction.Once && !IsDue()))
            return;
        s_isOn = false;
        intr_count++;
        if (s_action == StepAction.Report)
            ReportingHandler();
        else if (s_action == StepAction.Once)
            s_handler();
        else
            Handler();
        intr_count--;
        s_isOn = s_action != StepAction.Once;
        if (!s_isOn)
            regs->efl &= ~TrapFlag;
    }

    // At a raised level the interrupt controller holds interrupts back: the scheduler is never interrupted.
    private static bool IsDue()
    {
        if (s_countdown > 1)
        {
            s_countdown--;
            return false;
        }
        return curr_ipl == SPL0;
    }

    // Now and then, since each report may be a line.
    private static void ReportingHandler()
    {
        if (s_steps % ReportEvery == 0)
        {
            s_interrupts++;
            linux_kfree((void*)Nobody);
        }
    }

    // Blocks of all kinds, the oldest of eight freed for each new one, and a page now and then.
    private static void Handler()
    {
        s_interrupts++;
        uint kind = s_next++;
        uint* block = (uint*)linux_kmalloc(
            kind % 5 == 4 ? 5000u : 40 + kind * 61 % 1900,
            GFP_ATOMIC | (kind % 3 == 0 ? GFP_DMA : 0)
        );
        if (block == null)
            s_failures++;
        Replace((int)(kind % Held), block);
        if (kind % 4 != 0)
            return;
        vm_page* page = vm_page_grab(FALSE);
        if (page == null)
            s_failures++;
        else
            vm_page_release(page, FALSE);
    }

    // Each block has its own address in it as long as it is held; somebody else's would be overwritten.
    private static void Replace(int slot, uint* block)
    {
        fixed (uint* blocks = s_blocks.Address)
        {
            uint* old = (uint*)blocks[slot];
            if (old != null && *old != (uint)old)
                s_failures++;
            linux_kfree(old);
            blocks[slot] = (uint)block;
            if (block != null)
                *block = (uint)block;
        }
    }

    private struct HeldBlocks
    {
        public fixed uint Address[Held];
    }
}
