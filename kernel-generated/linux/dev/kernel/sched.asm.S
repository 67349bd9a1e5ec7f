# Entries and inline assembly of linux/dev/kernel/sched.c. Written by port.
	.text

	.p2align 4
	.globl linux_dev_kernel_sched.timer_bh
	.type linux_dev_kernel_sched.timer_bh, @function
linux_dev_kernel_sched.timer_bh:
	jmp	linux_dev_kernel_sched.timer_bh.m
	.size linux_dev_kernel_sched.timer_bh, . - linux_dev_kernel_sched.timer_bh

	.p2align 4
	.globl linux_dev_kernel_sched.tqueue_bh
	.type linux_dev_kernel_sched.tqueue_bh, @function
linux_dev_kernel_sched.tqueue_bh:
	jmp	linux_dev_kernel_sched.tqueue_bh.m
	.size linux_dev_kernel_sched.tqueue_bh, . - linux_dev_kernel_sched.tqueue_bh

	.p2align 4
	.globl linux_dev_kernel_sched.immediate_bh
	.type linux_dev_kernel_sched.immediate_bh, @function
linux_dev_kernel_sched.immediate_bh:
	jmp	linux_dev_kernel_sched.immediate_bh.m
	.size linux_dev_kernel_sched.immediate_bh, . - linux_dev_kernel_sched.immediate_bh

	.p2align 4
	.globl asm.sched_c.down
asm.sched_c.down:
	cli
	ret

	.p2align 4
	.globl asm.sched_c.sleep_on
asm.sched_c.sleep_on:
	sti
	ret
	.section .note.GNU-stack,"",@progbits
