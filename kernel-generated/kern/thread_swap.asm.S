# Entries and inline assembly of kern/thread_swap.c. Written by port.
	.text

	.p2align 4
	.globl swapin_thread
	.type swapin_thread, @function
swapin_thread:
	jmp	swapin_thread.m
	.size swapin_thread, . - swapin_thread
	.section .note.GNU-stack,"",@progbits
