# Entries and inline assembly of linux/src/drivers/sound/sb16.c. Written by port.
	.text

	.p2align 4
	.globl linux_src_drivers_sound_sb16.sb16_interrupt
	.type linux_src_drivers_sound_sb16.sb16_interrupt, @function
linux_src_drivers_sound_sb16.sb16_interrupt:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	linux_src_drivers_sound_sb16.sb16_interrupt.m
	ret
	.size linux_src_drivers_sound_sb16.sb16_interrupt, . - linux_src_drivers_sound_sb16.sb16_interrupt

	.p2align 4
	.globl linux_src_drivers_sound_sb16.sb16_timeout
	.type linux_src_drivers_sound_sb16.sb16_timeout, @function
linux_src_drivers_sound_sb16.sb16_timeout:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_sound_sb16.sb16_timeout.m
	.size linux_src_drivers_sound_sb16.sb16_timeout, . - linux_src_drivers_sound_sb16.sb16_timeout

	.p2align 4
	.globl asm.sb16_c.wait_for_end
asm.sb16_c.wait_for_end:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
