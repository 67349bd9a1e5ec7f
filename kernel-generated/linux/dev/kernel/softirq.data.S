# Data of linux/dev/kernel/softirq.c. Written by port.

# intr_count
	.comm	intr_count, 4, 4

# bh_active
	.comm	bh_active, 4, 4

# bh_mask
	.comm	bh_mask, 4, 4

# bh_base
	.comm	bh_base, 128, 4

# tq_timer
	.bss
	.globl	tq_timer
	.type	tq_timer, @object
	.size	tq_timer, 4
	.balign	4
tq_timer:
	.zero	4

# tq_immediate
	.bss
	.globl	tq_immediate
	.type	tq_immediate, @object
	.size	tq_immediate, 4
	.balign	4
tq_immediate:
	.zero	4

# tq_scheduler
	.bss
	.globl	tq_scheduler
	.type	tq_scheduler, @object
	.size	tq_scheduler, 4
	.balign	4
tq_scheduler:
	.zero	4
	.section .note.GNU-stack,"",@progbits
