# Entries and inline assembly of test/test_linux_demo.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_demo.disk_in_used_memory
	.type test_test_linux_demo.disk_in_used_memory, @function
test_test_linux_demo.disk_in_used_memory:
	jmp	test_test_linux_demo.disk_in_used_memory.m
	.size test_test_linux_demo.disk_in_used_memory, . - test_test_linux_demo.disk_in_used_memory
	.section .note.GNU-stack,"",@progbits
