namespace Mach;

/// <summary>Exceptions of the kernel: i386/trap.c, with hooks for single steps and for free pages that are
/// touched.</summary>
internal static unsafe partial class trap_c
{
    /// <summary>
    /// An exception in the kernel. Breakpoints are counted and passed over, single steps go to whoever steps; a page
    /// that is missing is brought in; a fault at a place that is prepared for it goes on elsewhere; the rest is the
    /// end.
    /// </summary>
    [Replaces("i386/i386/trap.c", "kernel_trap", "bb55ac39ef2e5e57")]
    internal static void kernel_trap(i386_saved_state* regs)
    {
        uint address = Interrupts.FaultAddress(); // before another fault
        uint type = regs->trapno;
        if (type < NTRAPS)
            trap_counts[type]++;

        switch (type)
        {
            case T_INT3:
                return;
            case T_DEBUG:
                SingleStep.OnStep(regs);
                return;
            case T_PAGE_FAULT when PageGuard.OnFault(regs, address):
                return;
            case T_PAGE_FAULT when kernel_fault(regs, address) != FALSE:
                return;
            case T_PAGE_FAULT or T_GENERAL_PROTECTION:
                uint recover = recover_from(regs->eip);
                if (recover == 0)
                    break;
                regs->eip = recover;
                return;
        }
        Stop(regs, type, address);
    }

    private static void Stop(i386_saved_state* regs, uint type, uint address)
    {
        uint* words = stackalloc uint[8];
        words[0] = type;
        words[1] = (uint)(type < TRAP_TYPES ? trap_type[type] : T("unknown"u8));
        words[2] = regs->err;
        words[3] = regs->eip;
        words[4] = address;
        printf__va(T("trap %u (%s), code %x, eip %x, cr2 %x\n"u8), (byte*)words);
        words[0] = regs->eax;
        words[1] = regs->ebx;
        words[2] = regs->ecx;
        words[3] = regs->edx;
        words[4] = regs->esi;
        words[5] = regs->edi;
        words[6] = regs->ebp;
        words[7] = regs->efl;
        printf__va(T("eax %x ebx %x ecx %x edx %x esi %x edi %x ebp %x efl %x\n"u8), (byte*)words);
        panic(T("kernel trap"u8));
    }
}
