# Entries and inline assembly of linux/dev/include/asm/system.h. Written by port.
	.text

	.p2align 4
	.globl asm.system_h.restore_flags
asm.system_h.restore_flags:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret

	.p2align 4
	.globl asm.system_h.save_flags
asm.system_h.save_flags:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.system_h.wait_for_interrupt
asm.system_h.wait_for_interrupt:
	sti; hlt
	ret

	.p2align 4
	.globl asm.system_h.xchg_u32
asm.system_h.xchg_u32:
	movl	%ecx, %eax
	xchgl %eax, (%edx)
	ret
	.section .note.GNU-stack,"",@progbits
