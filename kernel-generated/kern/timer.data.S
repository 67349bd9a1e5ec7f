# Data of kern/timer.c. Written by port.

# static kernel_timer
	.bss
	.globl	kern_timer.kernel_timer
	.type	kern_timer.kernel_timer, @object
	.size	kern_timer.kernel_timer, 12
	.balign	4
kern_timer.kernel_timer:
	.zero	12
	.section .note.GNU-stack,"",@progbits
