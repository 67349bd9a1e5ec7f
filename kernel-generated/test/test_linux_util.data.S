# Data of test/test_linux_util.c. Written by port.

# static table in test_crc32
	.bss
	.globl	test_test_linux_util.test_crc32.table
	.type	test_test_linux_util.test_crc32.table, @object
	.size	test_test_linux_util.test_crc32.table, 64
	.balign	4
test_test_linux_util.test_crc32.table:
	.zero	64
	.section .note.GNU-stack,"",@progbits
