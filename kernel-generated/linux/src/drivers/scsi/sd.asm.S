# Entries and inline assembly of linux/src/drivers/scsi/sd.c. Written by port.
	.text

	.p2align 4
	.globl linux_src_drivers_scsi_sd.sd_done
	.type linux_src_drivers_scsi_sd.sd_done, @function
linux_src_drivers_scsi_sd.sd_done:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_scsi_sd.sd_done.m
	.size linux_src_drivers_scsi_sd.sd_done, . - linux_src_drivers_scsi_sd.sd_done

	.p2align 4
	.globl linux_src_drivers_scsi_sd.serve
	.type linux_src_drivers_scsi_sd.serve, @function
linux_src_drivers_scsi_sd.serve:
	jmp	linux_src_drivers_scsi_sd.serve.m
	.size linux_src_drivers_scsi_sd.serve, . - linux_src_drivers_scsi_sd.serve

	.p2align 4
	.globl linux_src_drivers_scsi_sd.sd_open
	.type linux_src_drivers_scsi_sd.sd_open, @function
linux_src_drivers_scsi_sd.sd_open:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	linux_src_drivers_scsi_sd.sd_open.m
	.size linux_src_drivers_scsi_sd.sd_open, . - linux_src_drivers_scsi_sd.sd_open

	.p2align 4
	.globl linux_src_drivers_scsi_sd.sd_ioctl
	.type linux_src_drivers_scsi_sd.sd_ioctl, @function
linux_src_drivers_scsi_sd.sd_ioctl:
	pushl	12(%esp)
	pushl	20(%esp)
	movl	12(%esp), %ecx
	movl	16(%esp), %edx
	call	linux_src_drivers_scsi_sd.sd_ioctl.m
	ret
	.size linux_src_drivers_scsi_sd.sd_ioctl, . - linux_src_drivers_scsi_sd.sd_ioctl

	.p2align 4
	.globl asm.sd_c.serve
asm.sd_c.serve:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
