# Data of volatiles.c. Written by port.

# ready
	.bss
	.globl	ready
	.type	ready, @object
	.size	ready, 4
	.balign	4
ready:
	.zero	4

# static port
	.bss
	.globl	volatiles.port
	.type	volatiles.port, @object
	.size	volatiles.port, 4
	.balign	4
volatiles.port:
	.zero	4
	.section .note.GNU-stack,"",@progbits
