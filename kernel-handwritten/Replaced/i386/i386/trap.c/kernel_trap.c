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
