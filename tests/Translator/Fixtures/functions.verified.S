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
