# Entries and inline assembly of linux/dev/kernel/delay.c.
	.text

	.p2align 4
	.globl asm.9548f1b071
asm.9548f1b071:
	movl	%ecx, %eax
	1:	decl %eax
	jns 1b
	ret
	.section .note.GNU-stack,"",@progbits
