# Entries and inline assembly of test/ktest.c.
	.text

	.p2align 4
	.globl ktest_thread
ktest_thread:
	jmp	ktest_thread.m
	.section .note.GNU-stack,"",@progbits
