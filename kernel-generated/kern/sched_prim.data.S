# Data of kern/sched_prim.c. Written by port.

# min_quantum
	.comm	min_quantum, 4, 4

# sched_tick
	.comm	sched_tick, 4, 4

# static wait_queue
	.bss
	.globl	kern_sched_prim.wait_queue
	.type	kern_sched_prim.wait_queue, @object
	.size	kern_sched_prim.wait_queue, 8248
	.balign	4
kern_sched_prim.wait_queue:
	.zero	8248
	.section .note.GNU-stack,"",@progbits
