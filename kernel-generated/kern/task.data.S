# Data of kern/task.c. Written by port.

# kernel_task
	.comm	kernel_task, 4, 4

# static task_zone
	.bss
	.globl	kern_task.task_zone
	.type	kern_task.task_zone, @object
	.size	kern_task.task_zone, 4
	.balign	4
kern_task.task_zone:
	.zero	4
	.section .note.GNU-stack,"",@progbits
