# Entries and inline assembly of kern/sched_prim.c. Written by port.
	.text

	.p2align 4
	.globl thread_timeout
	.type thread_timeout, @function
thread_timeout:
	movl	4(%esp), %ecx
	jmp	thread_timeout.m
	.size thread_timeout, . - thread_timeout

	.p2align 4
	.globl thread_continue
	.type thread_continue, @function
thread_continue:
	movl	4(%esp), %ecx
	jmp	thread_continue.m
	.size thread_continue, . - thread_continue

	.p2align 4
	.globl kern_sched_prim.idle_thread_continue
	.type kern_sched_prim.idle_thread_continue, @function
kern_sched_prim.idle_thread_continue:
	jmp	kern_sched_prim.idle_thread_continue.m
	.size kern_sched_prim.idle_thread_continue, . - kern_sched_prim.idle_thread_continue

	.p2align 4
	.globl idle_thread
	.type idle_thread, @function
idle_thread:
	jmp	idle_thread.m
	.size idle_thread, . - idle_thread

	.p2align 4
	.globl recompute_priorities
	.type recompute_priorities, @function
recompute_priorities:
	movl	4(%esp), %ecx
	jmp	recompute_priorities.m
	.size recompute_priorities, . - recompute_priorities

	.p2align 4
	.globl sched_thread
	.type sched_thread, @function
sched_thread:
	jmp	sched_thread.m
	.size sched_thread, . - sched_thread
	.section .note.GNU-stack,"",@progbits
