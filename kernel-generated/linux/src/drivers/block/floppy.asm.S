# Entries and inline assembly of linux/src/drivers/block/floppy.c. Written by port.
	.text

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_shutdown
	.type linux_src_drivers_block_floppy.floppy_shutdown, @function
linux_src_drivers_block_floppy.floppy_shutdown:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.floppy_shutdown.m
	.size linux_src_drivers_block_floppy.floppy_shutdown, . - linux_src_drivers_block_floppy.floppy_shutdown

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_interrupt
	.type linux_src_drivers_block_floppy.floppy_interrupt, @function
linux_src_drivers_block_floppy.floppy_interrupt:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	linux_src_drivers_block_floppy.floppy_interrupt.m
	ret
	.size linux_src_drivers_block_floppy.floppy_interrupt, . - linux_src_drivers_block_floppy.floppy_interrupt

	.p2align 4
	.globl linux_src_drivers_block_floppy.reset_interrupt
	.type linux_src_drivers_block_floppy.reset_interrupt, @function
linux_src_drivers_block_floppy.reset_interrupt:
	jmp	linux_src_drivers_block_floppy.reset_interrupt.m
	.size linux_src_drivers_block_floppy.reset_interrupt, . - linux_src_drivers_block_floppy.reset_interrupt

	.p2align 4
	.globl linux_src_drivers_block_floppy.reset_fdc
	.type linux_src_drivers_block_floppy.reset_fdc, @function
linux_src_drivers_block_floppy.reset_fdc:
	jmp	linux_src_drivers_block_floppy.reset_fdc.m
	.size linux_src_drivers_block_floppy.reset_fdc, . - linux_src_drivers_block_floppy.reset_fdc

	.p2align 4
	.globl linux_src_drivers_block_floppy.motor_off_callback
	.type linux_src_drivers_block_floppy.motor_off_callback, @function
linux_src_drivers_block_floppy.motor_off_callback:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.motor_off_callback.m
	.size linux_src_drivers_block_floppy.motor_off_callback, . - linux_src_drivers_block_floppy.motor_off_callback

	.p2align 4
	.globl linux_src_drivers_block_floppy.spinup_callback
	.type linux_src_drivers_block_floppy.spinup_callback, @function
linux_src_drivers_block_floppy.spinup_callback:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.spinup_callback.m
	.size linux_src_drivers_block_floppy.spinup_callback, . - linux_src_drivers_block_floppy.spinup_callback

	.p2align 4
	.globl linux_src_drivers_block_floppy.recal_interrupt
	.type linux_src_drivers_block_floppy.recal_interrupt, @function
linux_src_drivers_block_floppy.recal_interrupt:
	jmp	linux_src_drivers_block_floppy.recal_interrupt.m
	.size linux_src_drivers_block_floppy.recal_interrupt, . - linux_src_drivers_block_floppy.recal_interrupt

	.p2align 4
	.globl linux_src_drivers_block_floppy.seek_interrupt
	.type linux_src_drivers_block_floppy.seek_interrupt, @function
linux_src_drivers_block_floppy.seek_interrupt:
	jmp	linux_src_drivers_block_floppy.seek_interrupt.m
	.size linux_src_drivers_block_floppy.seek_interrupt, . - linux_src_drivers_block_floppy.seek_interrupt

	.p2align 4
	.globl linux_src_drivers_block_floppy.rw_interrupt
	.type linux_src_drivers_block_floppy.rw_interrupt, @function
linux_src_drivers_block_floppy.rw_interrupt:
	jmp	linux_src_drivers_block_floppy.rw_interrupt.m
	.size linux_src_drivers_block_floppy.rw_interrupt, . - linux_src_drivers_block_floppy.rw_interrupt

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_ready
	.type linux_src_drivers_block_floppy.floppy_ready, @function
linux_src_drivers_block_floppy.floppy_ready:
	jmp	linux_src_drivers_block_floppy.floppy_ready.m
	.size linux_src_drivers_block_floppy.floppy_ready, . - linux_src_drivers_block_floppy.floppy_ready

	.p2align 4
	.globl linux_src_drivers_block_floppy.command_finished
	.type linux_src_drivers_block_floppy.command_finished, @function
linux_src_drivers_block_floppy.command_finished:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.command_finished.m
	.size linux_src_drivers_block_floppy.command_finished, . - linux_src_drivers_block_floppy.command_finished

	.p2align 4
	.globl linux_src_drivers_block_floppy.command_reset_done
	.type linux_src_drivers_block_floppy.command_reset_done, @function
linux_src_drivers_block_floppy.command_reset_done:
	jmp	linux_src_drivers_block_floppy.command_reset_done.m
	.size linux_src_drivers_block_floppy.command_reset_done, . - linux_src_drivers_block_floppy.command_reset_done

	.p2align 4
	.globl linux_src_drivers_block_floppy.command_error
	.type linux_src_drivers_block_floppy.command_error, @function
linux_src_drivers_block_floppy.command_error:
	jmp	linux_src_drivers_block_floppy.command_error.m
	.size linux_src_drivers_block_floppy.command_error, . - linux_src_drivers_block_floppy.command_error

	.p2align 4
	.globl linux_src_drivers_block_floppy.command_reset_error
	.type linux_src_drivers_block_floppy.command_reset_error, @function
linux_src_drivers_block_floppy.command_reset_error:
	jmp	linux_src_drivers_block_floppy.command_reset_error.m
	.size linux_src_drivers_block_floppy.command_reset_error, . - linux_src_drivers_block_floppy.command_reset_error

	.p2align 4
	.globl linux_src_drivers_block_floppy.rw_done
	.type linux_src_drivers_block_floppy.rw_done, @function
linux_src_drivers_block_floppy.rw_done:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.rw_done.m
	.size linux_src_drivers_block_floppy.rw_done, . - linux_src_drivers_block_floppy.rw_done

	.p2align 4
	.globl linux_src_drivers_block_floppy.bad_flp_intr
	.type linux_src_drivers_block_floppy.bad_flp_intr, @function
linux_src_drivers_block_floppy.bad_flp_intr:
	jmp	linux_src_drivers_block_floppy.bad_flp_intr.m
	.size linux_src_drivers_block_floppy.bad_flp_intr, . - linux_src_drivers_block_floppy.bad_flp_intr

	.p2align 4
	.globl linux_src_drivers_block_floppy.redo_fd_request
	.type linux_src_drivers_block_floppy.redo_fd_request, @function
linux_src_drivers_block_floppy.redo_fd_request:
	jmp	linux_src_drivers_block_floppy.redo_fd_request.m
	.size linux_src_drivers_block_floppy.redo_fd_request, . - linux_src_drivers_block_floppy.redo_fd_request

	.p2align 4
	.globl linux_src_drivers_block_floppy.do_fd_request
	.type linux_src_drivers_block_floppy.do_fd_request, @function
linux_src_drivers_block_floppy.do_fd_request:
	jmp	linux_src_drivers_block_floppy.do_fd_request.m
	.size linux_src_drivers_block_floppy.do_fd_request, . - linux_src_drivers_block_floppy.do_fd_request

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_check_change
	.type linux_src_drivers_block_floppy.floppy_check_change, @function
linux_src_drivers_block_floppy.floppy_check_change:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.floppy_check_change.m
	.size linux_src_drivers_block_floppy.floppy_check_change, . - linux_src_drivers_block_floppy.floppy_check_change

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_revalidate
	.type linux_src_drivers_block_floppy.floppy_revalidate, @function
linux_src_drivers_block_floppy.floppy_revalidate:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_block_floppy.floppy_revalidate.m
	.size linux_src_drivers_block_floppy.floppy_revalidate, . - linux_src_drivers_block_floppy.floppy_revalidate

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_open
	.type linux_src_drivers_block_floppy.floppy_open, @function
linux_src_drivers_block_floppy.floppy_open:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	linux_src_drivers_block_floppy.floppy_open.m
	.size linux_src_drivers_block_floppy.floppy_open, . - linux_src_drivers_block_floppy.floppy_open

	.p2align 4
	.globl linux_src_drivers_block_floppy.floppy_release
	.type linux_src_drivers_block_floppy.floppy_release, @function
linux_src_drivers_block_floppy.floppy_release:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	linux_src_drivers_block_floppy.floppy_release.m
	.size linux_src_drivers_block_floppy.floppy_release, . - linux_src_drivers_block_floppy.floppy_release

	.p2align 4
	.globl linux_src_drivers_block_floppy.fd_ioctl
	.type linux_src_drivers_block_floppy.fd_ioctl, @function
linux_src_drivers_block_floppy.fd_ioctl:
	pushl	12(%esp)
	pushl	20(%esp)
	movl	12(%esp), %ecx
	movl	16(%esp), %edx
	call	linux_src_drivers_block_floppy.fd_ioctl.m
	ret
	.size linux_src_drivers_block_floppy.fd_ioctl, . - linux_src_drivers_block_floppy.fd_ioctl

	.p2align 4
	.globl asm.floppy_c.lock_fdc
asm.floppy_c.lock_fdc:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
