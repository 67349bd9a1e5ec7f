# Data of kern/thread.c. Written by port.

# active_threads
	.comm	active_threads, 4, 4

# active_stacks
	.comm	active_stacks, 4, 4

# static thread_zone
	.bss
	.globl	kern_thread.thread_zone
	.type	kern_thread.thread_zone, @object
	.size	kern_thread.thread_zone, 4
	.balign	4
kern_thread.thread_zone:
	.zero	4

# static thread_template
	.bss
	.globl	kern_thread.thread_template
	.type	kern_thread.thread_template, @object
	.size	kern_thread.thread_template, 148
	.balign	4
kern_thread.thread_template:
	.zero	148

# static reaper_queue
	.bss
	.globl	kern_thread.reaper_queue
	.type	kern_thread.reaper_queue, @object
	.size	kern_thread.reaper_queue, 8
	.balign	4
kern_thread.reaper_queue:
	.zero	8

# static stack_free_list
	.bss
	.globl	kern_thread.stack_free_list
	.type	kern_thread.stack_free_list, @object
	.size	kern_thread.stack_free_list, 4
	.balign	4
kern_thread.stack_free_list:
	.zero	4

# static stack_free_count
	.bss
	.globl	kern_thread.stack_free_count
	.type	kern_thread.stack_free_count, @object
	.size	kern_thread.stack_free_count, 4
	.balign	4
kern_thread.stack_free_count:
	.zero	4

# static stack_free_limit
	.data
	.globl	kern_thread.stack_free_limit
	.type	kern_thread.stack_free_limit, @object
	.size	kern_thread.stack_free_limit, 4
	.balign	4
kern_thread.stack_free_limit:
	.long	2

# static stack_total
	.bss
	.globl	kern_thread.stack_total
	.type	kern_thread.stack_total, @object
	.size	kern_thread.stack_total, 4
	.balign	4
kern_thread.stack_total:
	.zero	4
	.section .note.GNU-stack,"",@progbits
