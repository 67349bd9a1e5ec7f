# Entries and inline assembly of kern/startup.c. Written by port.
	.text

	.p2align 4
	.globl kern_startup.start_kernel_threads
	.type kern_startup.start_kernel_threads, @function
kern_startup.start_kernel_threads:
	jmp	kern_startup.start_kernel_threads.m
	.size kern_startup.start_kernel_threads, . - kern_startup.start_kernel_threads
	.section .note.GNU-stack,"",@progbits
