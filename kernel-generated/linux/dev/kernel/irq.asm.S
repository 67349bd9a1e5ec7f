# Entries and inline assembly of linux/dev/kernel/irq.c.
	.text

	.p2align 4
	.globl linux_dev_kernel_irq.linux_intr
linux_dev_kernel_irq.linux_intr:
	movl	4(%esp), %ecx
	jmp	linux_dev_kernel_irq.linux_intr.m

	.p2align 4
	.globl linux_dev_kernel_irq.boot_clock
linux_dev_kernel_irq.boot_clock:
	movl	4(%esp), %ecx
	jmp	linux_dev_kernel_irq.boot_clock.m

	.p2align 4
	.globl asm.26d914c61b
asm.26d914c61b:
	cli
	ret

	.p2align 4
	.globl asm.759906f25c
asm.759906f25c:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.91aff4a99b
asm.91aff4a99b:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
