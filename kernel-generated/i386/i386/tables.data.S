# Data of i386/i386/tables.c. Written by port.

# gdt
	.comm	gdt, 32, 4

# idt
	.comm	idt, 2048, 4

# static ktss
	.bss
	.globl	i386_i386_tables.ktss
	.type	i386_i386_tables.ktss, @object
	.size	i386_i386_tables.ktss, 104
	.balign	4
i386_i386_tables.ktss:
	.zero	104
	.section .note.GNU-stack,"",@progbits
