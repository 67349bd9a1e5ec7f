# Entries and inline assembly of i386/i386/tables.c. Written by port.
	.text

	.p2align 4
	.globl asm.tables_c.ldt_init
asm.tables_c.ldt_init:
	movl	%ecx, %eax
	lldt %ax
	ret
	.section .note.GNU-stack,"",@progbits
