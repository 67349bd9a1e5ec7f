# Data of linux/dev/kernel/printk.c. Written by port.

# console_loglevel
	.data
	.globl	console_loglevel
	.type	console_loglevel, @object
	.size	console_loglevel, 4
	.balign	4
console_loglevel:
	.long	7

# static printk_buf
	.bss
	.globl	linux_dev_kernel_printk.printk_buf
	.type	linux_dev_kernel_printk.printk_buf, @object
	.size	linux_dev_kernel_printk.printk_buf, 1024
	.balign	1
linux_dev_kernel_printk.printk_buf:
	.zero	1024

# static at_line_start
	.data
	.globl	linux_dev_kernel_printk.at_line_start
	.type	linux_dev_kernel_printk.at_line_start, @object
	.size	linux_dev_kernel_printk.at_line_start, 4
	.balign	4
linux_dev_kernel_printk.at_line_start:
	.long	1

# static msg_level
	.data
	.globl	linux_dev_kernel_printk.msg_level
	.type	linux_dev_kernel_printk.msg_level, @object
	.size	linux_dev_kernel_printk.msg_level, 4
	.balign	4
linux_dev_kernel_printk.msg_level:
	.long	4
	.section .note.GNU-stack,"",@progbits
