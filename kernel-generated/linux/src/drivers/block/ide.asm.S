# Entries and inline assembly of linux/src/drivers/block/ide.c. Written by port.
	.text

	.p2align 4
	.globl linux_src_drivers_block_ide.request_ide0
	.type linux_src_drivers_block_ide.request_ide0, @function
linux_src_drivers_block_ide.request_ide0:
	jmp	linux_src_drivers_block_ide.request_ide0.m
	.size linux_src_drivers_block_ide.request_ide0, . - linux_src_drivers_block_ide.request_ide0

	.p2align 4
	.globl linux_src_drivers_block_ide.request_ide1
	.type linux_src_drivers_block_ide.request_ide1, @function
linux_src_drivers_block_ide.request_ide1:
	jmp	linux_src_drivers_block_ide.request_ide1.m
	.size linux_src_drivers_block_ide.request_ide1, . - linux_src_drivers_block_ide.request_ide1

	.p2align 4
	.globl linux_src_drivers_block_ide.ide_interrupt
	.type linux_src_drivers_block_ide.ide_interrupt, @function
linux_src_drivers_block_ide.ide_interrupt:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	linux_src_drivers_block_ide.ide_interrupt.m
	ret
	.size linux_src_drivers_block_ide.ide_interrupt, . - linux_src_drivers_block_ide.ide_interrupt

	.p2align 4
	.globl linux_src_drivers_block_ide.ide_timeout
	.type linux_src_drivers_block_ide.ide_timeout, @function
linux_src_drivers_block_ide.ide_timeout:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_ide.ide_timeout.m
	.size linux_src_drivers_block_ide.ide_timeout, . - linux_src_drivers_block_ide.ide_timeout

	.p2align 4
	.globl linux_src_drivers_block_ide.ide_open
	.type linux_src_drivers_block_ide.ide_open, @function
linux_src_drivers_block_ide.ide_open:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	linux_src_drivers_block_ide.ide_open.m
	.size linux_src_drivers_block_ide.ide_open, . - linux_src_drivers_block_ide.ide_open

	.p2align 4
	.globl linux_src_drivers_block_ide.ide_ioctl
	.type linux_src_drivers_block_ide.ide_ioctl, @function
linux_src_drivers_block_ide.ide_ioctl:
	pushl	12(%esp)
	pushl	20(%esp)
	movl	12(%esp), %ecx
	movl	16(%esp), %edx
	call	linux_src_drivers_block_ide.ide_ioctl.m
	ret
	.size linux_src_drivers_block_ide.ide_ioctl, . - linux_src_drivers_block_ide.ide_ioctl

	.p2align 4
	.globl asm.ide_c.serve
asm.ide_c.serve:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
