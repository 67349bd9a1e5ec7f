# Data of linux/dev/kernel/delay.c. Written by port.

# loops_per_sec
	.data
	.globl	loops_per_sec
	.type	loops_per_sec, @object
	.size	loops_per_sec, 4
	.balign	4
loops_per_sec:
	.long	0x1000
	.section .note.GNU-stack,"",@progbits
