# Data of linux/dev/kernel/resource.c. Written by port.

# static iotable
	.bss
	.globl	linux_dev_kernel_resource.iotable
	.type	linux_dev_kernel_resource.iotable, @object
	.size	linux_dev_kernel_resource.iotable, 1024
	.balign	4
linux_dev_kernel_resource.iotable:
	.zero	1024

# static iolist
	.data
	.globl	linux_dev_kernel_resource.iolist
	.type	linux_dev_kernel_resource.iolist, @object
	.size	linux_dev_kernel_resource.iolist, 16
	.balign	4
linux_dev_kernel_resource.iolist:
	.zero	8
	.long	linux_dev_kernel_resource.str.0	# .name
	.zero	4

	.section .rodata
linux_dev_kernel_resource.str.0:
	.asciz	"start"
	.section .note.GNU-stack,"",@progbits
