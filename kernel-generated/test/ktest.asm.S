# Entries and inline assembly of test/ktest.c. Written by port.
	.text

	.p2align 4
	.globl ktest_thread
	.type ktest_thread, @function
ktest_thread:
	jmp	ktest_thread.m
	.size ktest_thread, . - ktest_thread
	.section .note.GNU-stack,"",@progbits
