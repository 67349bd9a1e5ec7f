# Entries and inline assembly of linux/src/drivers/block/floppy.c.
	.text

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_shutdown
linux_src_drivers_block_floppy.floppy_shutdown:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.floppy_shutdown.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_interrupt
linux_src_drivers_block_floppy.floppy_interrupt:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	linux_src_drivers_block_floppy.floppy_interrupt.m
	ret

	.p2align 4
	.globl linux_src_drivers_block_floppy.reset_interrupt
linux_src_drivers_block_floppy.reset_interrupt:
	jmp	linux_src_drivers_block_floppy.reset_interrupt.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.reset_fdc
linux_src_drivers_block_floppy.reset_fdc:
	jmp	linux_src_drivers_block_floppy.reset_fdc.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.motor_off_callback
linux_src_drivers_block_floppy.motor_off_callback:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.motor_off_callback.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.spinup_callback
linux_src_drivers_block_floppy.spinup_callback:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.spinup_callback.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.recal_interrupt
linux_src_drivers_block_floppy.recal_interrupt:
	jmp	linux_src_drivers_block_floppy.recal_interrupt.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.seek_interrupt
linux_src_drivers_block_floppy.seek_interrupt:
	jmp	linux_src_drivers_block_floppy.seek_interrupt.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.rw_interrupt
linux_src_drivers_block_floppy.rw_interrupt:
	jmp	linux_src_drivers_block_floppy.rw_interrupt.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_ready
linux_src_drivers_block_floppy.floppy_ready:
	jmp	linux_src_drivers_block_floppy.floppy_ready.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.command_finished
linux_src_drivers_block_floppy.command_finished:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.command_finished.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.command_reset_done
linux_src_drivers_block_floppy.command_reset_done:
	jmp	linux_src_drivers_block_floppy.command_reset_done.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.command_error
linux_src_drivers_block_floppy.command_error:
	jmp	linux_src_drivers_block_floppy.command_error.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.command_reset_error
linux_src_drivers_block_floppy.command_reset_error:
	jmp	linux_src_drivers_block_floppy.command_reset_error.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.rw_done
linux_src_drivers_block_floppy.rw_done:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.rw_done.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.bad_flp_intr
linux_src_drivers_block_floppy.bad_flp_intr:
	jmp	linux_src_drivers_block_floppy.bad_flp_intr.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.redo_fd_request
linux_src_drivers_block_floppy.redo_fd_request:
	jmp	linux_src_drivers_block_floppy.redo_fd_request.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.do_fd_request
linux_src_drivers_block_floppy.do_fd_request:
	jmp	linux_src_drivers_block_floppy.do_fd_request.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_check_change
linux_src_drivers_block_floppy.floppy_check_change:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.floppy_check_change.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_revalidate
linux_src_drivers_block_floppy.floppy_revalidate:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.floppy_revalidate.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_open
linux_src_drivers_block_floppy.floppy_open:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	linux_src_drivers_block_floppy.floppy_open.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_release
linux_src_drivers_block_floppy.floppy_release:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	linux_src_drivers_block_floppy.floppy_release.m

	.p2align 4
	.globl linux_src_drivers_block_floppy.fd_ioctl
linux_src_drivers_block_floppy.fd_ioctl:
	pushl	12(%esp)
	pushl	20(%esp)
	movl	12(%esp), %ecx
	movl	16(%esp), %edx
	call	linux_src_drivers_block_floppy.fd_ioctl.m
	ret

	.p2align 4
	.globl asm.floppy_c.lock_fdc
asm.floppy_c.lock_fdc:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.floppy_c.lock_fdc_2
asm.floppy_c.lock_fdc_2:
	cli
	ret

	.p2align 4
	.globl asm.floppy_c.lock_fdc_3
asm.floppy_c.lock_fdc_3:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
