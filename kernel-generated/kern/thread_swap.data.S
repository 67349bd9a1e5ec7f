# Data of kern/thread_swap.c. Written by port.

# static swapin_queue
	.bss
	.globl	kern_thread_swap.swapin_queue
	.type	kern_thread_swap.swapin_queue, @object
	.size	kern_thread_swap.swapin_queue, 8
	.balign	4
kern_thread_swap.swapin_queue:
	.zero	8
	.section .note.GNU-stack,"",@progbits
