# Entries and inline assembly of kern/sched_prim.c.
	.text

	.p2align 4
	.globl thread_timeout
thread_timeout:
	movl	4(%esp), %ecx
	jmp	thread_timeout.m

	.p2align 4
	.globl thread_continue
thread_continue:
	movl	4(%esp), %ecx
	jmp	thread_continue.m

	.p2align 4
	.globl kern_sched_prim.idle_thread_continue
kern_sched_prim.idle_thread_continue:
	jmp	kern_sched_prim.idle_thread_continue.m

	.p2align 4
	.globl idle_thread
idle_thread:
	jmp	idle_thread.m

	.p2align 4
	.globl recompute_priorities
recompute_priorities:
	movl	4(%esp), %ecx
	jmp	recompute_priorities.m

	.p2align 4
	.globl sched_thread
sched_thread:
	jmp	sched_thread.m
	.section .note.GNU-stack,"",@progbits
