# Entries and inline assembly of kern/printf.c. Written by port.
	.text

	.p2align 4
	.globl kern_printf.console_putc
	.type kern_printf.console_putc, @function
kern_printf.console_putc:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	kern_printf.console_putc.m
	.size kern_printf.console_putc, . - kern_printf.console_putc

	.p2align 4
	.globl kern_printf.buffer_putc
	.type kern_printf.buffer_putc, @function
kern_printf.buffer_putc:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	kern_printf.buffer_putc.m
	.size kern_printf.buffer_putc, . - kern_printf.buffer_putc
	.section .note.GNU-stack,"",@progbits
