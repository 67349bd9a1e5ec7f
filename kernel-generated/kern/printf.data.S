# Data of kern/printf.c. Written by port.

# indent
	.bss
	.globl	indent
	.type	indent, @object
	.size	indent, 4
	.balign	4
indent:
	.zero	4
	.section .note.GNU-stack,"",@progbits
