# Data of linux/dev/kernel/sched.c. Written by port.

# jiffies
	.comm	jiffies, 4, 4

# linux_auto_config
	.data
	.globl	linux_auto_config
	.type	linux_auto_config, @object
	.size	linux_auto_config, 4
	.balign	4
linux_auto_config:
	.long	1

# static wakeups
	.bss
	.globl	linux_dev_kernel_sched.wakeups
	.type	linux_dev_kernel_sched.wakeups, @object
	.size	linux_dev_kernel_sched.wakeups, 4
	.balign	4
linux_dev_kernel_sched.wakeups:
	.zero	4

# static timer_head
	.data
	.globl	linux_dev_kernel_sched.timer_head
	.type	linux_dev_kernel_sched.timer_head, @object
	.size	linux_dev_kernel_sched.timer_head, 20
	.balign	4
linux_dev_kernel_sched.timer_head:
	.long	linux_dev_kernel_sched.timer_head	# .next
	.long	linux_dev_kernel_sched.timer_head	# .prev
	.zero	12
	.section .note.GNU-stack,"",@progbits
