# Entries and inline assembly of linux/dev/kernel/softirq.c.
	.text

	.p2align 4
	.globl asm.softirq_c.do_bottom_half
asm.softirq_c.do_bottom_half:
	sti
	ret

	.p2align 4
	.globl asm.softirq_c.queue_task
asm.softirq_c.queue_task:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.softirq_c.queue_task_2
asm.softirq_c.queue_task_2:
	cli
	ret

	.p2align 4
	.globl asm.softirq_c.queue_task_3
asm.softirq_c.queue_task_3:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
