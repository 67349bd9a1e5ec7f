# Entries and inline assembly of linux/dev/kernel/delay.c. Written by port.
	.text

	.p2align 4
	.globl asm.delay_c.__delay
asm.delay_c.__delay:
	movl	%ecx, %eax
	1:	decl %eax
	jns 1b
	ret
	.section .note.GNU-stack,"",@progbits
