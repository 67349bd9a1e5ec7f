# Data of linux/dev/kernel/irq.c. Written by port.

# static irq_action
	.bss
	.globl	linux_dev_kernel_irq.irq_action
	.type	linux_dev_kernel_irq.irq_action, @object
	.size	linux_dev_kernel_irq.irq_action, 64
	.balign	4
linux_dev_kernel_irq.irq_action:
	.zero	64

# static saved
	.bss
	.globl	linux_dev_kernel_irq.saved
	.type	linux_dev_kernel_irq.saved, @object
	.size	linux_dev_kernel_irq.saved, 192
	.balign	4
linux_dev_kernel_irq.saved:
	.zero	192

# static disabled_pri
	.bss
	.globl	linux_dev_kernel_irq.disabled_pri
	.type	linux_dev_kernel_irq.disabled_pri, @object
	.size	linux_dev_kernel_irq.disabled_pri, 16
	.balign	1
linux_dev_kernel_irq.disabled_pri:
	.zero	16

# static probe_seen
	.bss
	.globl	linux_dev_kernel_irq.probe_seen
	.type	linux_dev_kernel_irq.probe_seen, @object
	.size	linux_dev_kernel_irq.probe_seen, 4
	.balign	4
linux_dev_kernel_irq.probe_seen:
	.zero	4

# static mach_clock
	.bss
	.globl	linux_dev_kernel_irq.mach_clock
	.type	linux_dev_kernel_irq.mach_clock, @object
	.size	linux_dev_kernel_irq.mach_clock, 12
	.balign	4
linux_dev_kernel_irq.mach_clock:
	.zero	12
	.section .note.GNU-stack,"",@progbits
