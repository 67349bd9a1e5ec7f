# Entries and inline assembly of linux/src/drivers/scsi/am53c974.c. Written by port.
	.text

	.p2align 4
	.globl linux_src_drivers_scsi_am53c974.am_interrupt
	.type linux_src_drivers_scsi_am53c974.am_interrupt, @function
linux_src_drivers_scsi_am53c974.am_interrupt:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	linux_src_drivers_scsi_am53c974.am_interrupt.m
	ret
	.size linux_src_drivers_scsi_am53c974.am_interrupt, . - linux_src_drivers_scsi_am53c974.am_interrupt

	.p2align 4
	.globl linux_src_drivers_scsi_am53c974.am_queuecommand
	.type linux_src_drivers_scsi_am53c974.am_queuecommand, @function
linux_src_drivers_scsi_am53c974.am_queuecommand:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	linux_src_drivers_scsi_am53c974.am_queuecommand.m
	.size linux_src_drivers_scsi_am53c974.am_queuecommand, . - linux_src_drivers_scsi_am53c974.am_queuecommand

	.p2align 4
	.globl linux_src_drivers_scsi_am53c974.am_abort
	.type linux_src_drivers_scsi_am53c974.am_abort, @function
linux_src_drivers_scsi_am53c974.am_abort:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_scsi_am53c974.am_abort.m
	.size linux_src_drivers_scsi_am53c974.am_abort, . - linux_src_drivers_scsi_am53c974.am_abort

	.p2align 4
	.globl linux_src_drivers_scsi_am53c974.am_reset
	.type linux_src_drivers_scsi_am53c974.am_reset, @function
linux_src_drivers_scsi_am53c974.am_reset:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	linux_src_drivers_scsi_am53c974.am_reset.m
	.size linux_src_drivers_scsi_am53c974.am_reset, . - linux_src_drivers_scsi_am53c974.am_reset

	.p2align 4
	.globl linux_src_drivers_scsi_am53c974.am_info
	.type linux_src_drivers_scsi_am53c974.am_info, @function
linux_src_drivers_scsi_am53c974.am_info:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_scsi_am53c974.am_info.m
	.size linux_src_drivers_scsi_am53c974.am_info, . - linux_src_drivers_scsi_am53c974.am_info

	.p2align 4
	.globl linux_src_drivers_scsi_am53c974.am_detect
	.type linux_src_drivers_scsi_am53c974.am_detect, @function
linux_src_drivers_scsi_am53c974.am_detect:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_scsi_am53c974.am_detect.m
	.size linux_src_drivers_scsi_am53c974.am_detect, . - linux_src_drivers_scsi_am53c974.am_detect

	.p2align 4
	.globl linux_src_drivers_scsi_am53c974.am_release
	.type linux_src_drivers_scsi_am53c974.am_release, @function
linux_src_drivers_scsi_am53c974.am_release:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_scsi_am53c974.am_release.m
	.size linux_src_drivers_scsi_am53c974.am_release, . - linux_src_drivers_scsi_am53c974.am_release

	.p2align 4
	.globl asm.am53c974_c.am_interrupt
asm.am53c974_c.am_interrupt:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
