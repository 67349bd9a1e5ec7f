# Entries and inline assembly of kern/thread_swap.c.
	.text

	.p2align 4
	.globl swapin_thread
swapin_thread:
	jmp	swapin_thread.m
	.section .note.GNU-stack,"",@progbits
