# Entries and inline assembly of i386/i386/tables.c.
	.text

	.p2align 4
	.globl asm.90717ff62f
asm.90717ff62f:
	movl	%ecx, %eax
	lldt %ax
	ret
	.section .note.GNU-stack,"",@progbits
