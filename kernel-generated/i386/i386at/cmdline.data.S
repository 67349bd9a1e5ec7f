# Data of i386/i386at/cmdline.c. Written by port.

# kernel_cmdline
	.data
	.globl	kernel_cmdline
	.type	kernel_cmdline, @object
	.size	kernel_cmdline, 4
	.balign	4
kernel_cmdline:
	.long	i386_i386at_cmdline.str.0

# static cmdline_text
	.bss
	.globl	i386_i386at_cmdline.cmdline_text
	.type	i386_i386at_cmdline.cmdline_text, @object
	.size	i386_i386at_cmdline.cmdline_text, 4097
	.balign	1
i386_i386at_cmdline.cmdline_text:
	.zero	4097

	.section .rodata
i386_i386at_cmdline.str.0:
	.asciz	""
	.section .note.GNU-stack,"",@progbits
