# Entries and inline assembly of linux/dev/kernel/irq.c. Written by port.
	.text

	.p2align 4
	.globl linux_dev_kernel_irq.linux_intr
	.type linux_dev_kernel_irq.linux_intr, @function
linux_dev_kernel_irq.linux_intr:
	movl	4(%esp), %ecx
	jmp	linux_dev_kernel_irq.linux_intr.m
	.size linux_dev_kernel_irq.linux_intr, . - linux_dev_kernel_irq.linux_intr

	.p2align 4
	.globl linux_dev_kernel_irq.probe_intr
	.type linux_dev_kernel_irq.probe_intr, @function
linux_dev_kernel_irq.probe_intr:
	movl	4(%esp), %ecx
	jmp	linux_dev_kernel_irq.probe_intr.m
	.size linux_dev_kernel_irq.probe_intr, . - linux_dev_kernel_irq.probe_intr

	.p2align 4
	.globl linux_dev_kernel_irq.boot_clock
	.type linux_dev_kernel_irq.boot_clock, @function
linux_dev_kernel_irq.boot_clock:
	movl	4(%esp), %ecx
	jmp	linux_dev_kernel_irq.boot_clock.m
	.size linux_dev_kernel_irq.boot_clock, . - linux_dev_kernel_irq.boot_clock

	.p2align 4
	.globl asm.irq_c.linux_intr
asm.irq_c.linux_intr:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
