# Entries and inline assembly of functions.c. Written by port.
	.text

	.p2align 4
	.globl functions.local
	.type functions.local, @function
functions.local:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	functions.local.m
	.size functions.local, . - functions.local
	.section .note.GNU-stack,"",@progbits
# Data of functions.c. Written by port.

# static handlers
	.data
	.globl	functions.handlers
	.type	functions.handlers, @object
	.size	functions.handlers, 8
	.balign	4
functions.handlers:
	.long	functions.local	# [0]
	.zero	4
	.section .note.GNU-stack,"",@progbits
