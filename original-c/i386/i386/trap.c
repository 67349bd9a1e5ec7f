/*
 *	i386/trap.c: exceptions of the kernel.
 */

#include <kern/debug.h>
#include <kern/printf.h>
#include <vm/vm_fault.h>
#include <vm/vm_kern.h>
#include <i386/i386/proc_reg.h>
#include <i386/i386/trap.h>

unsigned int	trap_counts[NTRAPS];

static const char *const trap_type[] = {
	"divide error", "debug trap", "NMI", "breakpoint", "overflow",
	"bounds check", "invalid opcode", "no coprocessor", "double fault",
	"coprocessor overrun", "invalid TSS", "segment not present",
	"stack fault", "general protection", "page fault",
};

#define	TRAP_TYPES	(sizeof(trap_type) / sizeof(trap_type[0]))

/*
 *	recover_from:
 *
 *	Where to go on after a fault at eip, or 0.
 */
static unsigned int
recover_from(unsigned int eip)
{
	const struct recovery *r;

	for (r = recover_table; r < recover_table_end; r++)
		if (r->fault_addr == eip)
			return r->recover_addr;
	return 0;
}

/*
 *	kernel_fault:
 *
 *	A page of the kernel's map that is not there, or not there for
 *	writing: have it brought in.  Code that runs with interrupts off
 *	cannot wait for a page, so it must not touch such memory.
 */
static boolean_t
kernel_fault(regs, addr)
	struct i386_saved_state	*regs;
	vm_offset_t		addr;
{
	vm_prot_t	access;

	if (kernel_map == VM_MAP_NULL || !(regs->efl & EFL_IF))
		return FALSE;
	access = VM_PROT_READ;
	if (regs->err & T_PF_WRITE)
		access |= VM_PROT_WRITE;
	sti();
	return vm_fault(kernel_map, trunc_page(addr), access, FALSE)
	       == KERN_SUCCESS;
}

/*
 *	kernel_trap:
 *
 *	An exception in the kernel.  Breakpoints are counted and passed over;
 *	a page that is missing is brought in; a fault at a place that is
 *	prepared for it goes on elsewhere; the rest is the end.
 */
void
kernel_trap(regs)
	struct i386_saved_state	*regs;
{
	unsigned int	type = regs->trapno;
	unsigned int	recover;
	vm_offset_t	addr = get_cr2();	/* before another fault */

	if (type < NTRAPS)
		trap_counts[type]++;

	switch (type) {
	case T_INT3:
	case T_DEBUG:
		return;

	case T_PAGE_FAULT:
		if (kernel_fault(regs, addr))
			return;
		/* FALLTHROUGH */
	case T_GENERAL_PROTECTION:
		recover = recover_from(regs->eip);
		if (recover != 0) {
			regs->eip = recover;
			return;
		}
		break;

	default:
		break;
	}

	printf("trap %u (%s), code %x, eip %x, cr2 %x\n", type,
	       type < TRAP_TYPES ? trap_type[type] : "unknown",
	       regs->err, regs->eip, addr);
	printf("eax %x ebx %x ecx %x edx %x esi %x edi %x ebp %x efl %x\n",
	       regs->eax, regs->ebx, regs->ecx, regs->edx, regs->esi,
	       regs->edi, regs->ebp, regs->efl);
	panic("kernel trap");
}
