# Entries and inline assembly of linux/dev/include/asm/system.h.
	.text

	.p2align 4
	.globl asm.c5fd362d79
asm.c5fd362d79:
	movl	%ecx, %eax
	xchgl %eax, (%edx)
	ret
	.section .note.GNU-stack,"",@progbits
