# Entries and inline assembly of linux/src/drivers/scsi/scsi.c. Written by port.
	.text

	.p2align 4
	.globl linux_src_drivers_scsi_scsi.scsi_times_out
	.type linux_src_drivers_scsi_scsi.scsi_times_out, @function
linux_src_drivers_scsi_scsi.scsi_times_out:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_scsi_scsi.scsi_times_out.m
	.size linux_src_drivers_scsi_scsi.scsi_times_out, . - linux_src_drivers_scsi_scsi.scsi_times_out

	.p2align 4
	.globl linux_src_drivers_scsi_scsi.scsi_done
	.type linux_src_drivers_scsi_scsi.scsi_done, @function
linux_src_drivers_scsi_scsi.scsi_done:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_scsi_scsi.scsi_done.m
	.size linux_src_drivers_scsi_scsi.scsi_done, . - linux_src_drivers_scsi_scsi.scsi_done

	.p2align 4
	.globl linux_src_drivers_scsi_scsi.wake_waiter
	.type linux_src_drivers_scsi_scsi.wake_waiter, @function
linux_src_drivers_scsi_scsi.wake_waiter:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_scsi_scsi.wake_waiter.m
	.size linux_src_drivers_scsi_scsi.wake_waiter, . - linux_src_drivers_scsi_scsi.wake_waiter

	.p2align 4
	.globl asm.scsi_c.give_to_host
asm.scsi_c.give_to_host:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
