# Entries and inline assembly of linux/dev/include/asm/system.h.
	.text

	.p2align 4
	.globl asm.system_h.xchg_u32
asm.system_h.xchg_u32:
	movl	%ecx, %eax
	xchgl %eax, (%edx)
	ret
	.section .note.GNU-stack,"",@progbits
