# Data of kern/debug.c. Written by port.

# static panicking
	.bss
	.globl	kern_debug.panicking
	.type	kern_debug.panicking, @object
	.size	kern_debug.panicking, 4
	.balign	4
kern_debug.panicking:
	.zero	4
	.section .note.GNU-stack,"",@progbits
