# Entries and inline assembly of kern/debug.c. Written by port.
	.text

	.p2align 4
	.globl kern_debug.panic_putc
	.type kern_debug.panic_putc, @function
kern_debug.panic_putc:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	kern_debug.panic_putc.m
	.size kern_debug.panic_putc, . - kern_debug.panic_putc
	.section .note.GNU-stack,"",@progbits
