# Data of test/test_linux_memory.c. Written by port.

# static digit in print_map
	.section .rodata
	.globl	test_test_linux_memory.print_map.digit
	.type	test_test_linux_memory.print_map.digit, @object
	.size	test_test_linux_memory.print_map.digit, 18
	.balign	1
test_test_linux_memory.print_map.digit:
	.ascii	"0123456789abcdefg"
	.zero	1

# static buffer in count_buffers
	.bss
	.globl	test_test_linux_memory.count_buffers.buffer
	.type	test_test_linux_memory.count_buffers.buffer, @object
	.size	test_test_linux_memory.count_buffers.buffer, 4096
	.balign	4
test_test_linux_memory.count_buffers.buffer:
	.zero	4096

# static cases
	.section .rodata
	.globl	test_test_linux_memory.cases
	.type	test_test_linux_memory.cases, @object
	.size	test_test_linux_memory.cases, 16
	.balign	4
test_test_linux_memory.cases:
	.long	test_test_linux_memory.str.0	# [0].name
	.long	test_test_linux_memory.memory_map	# [0].run
	.long	test_test_linux_memory.str.1	# [1].name
	.long	test_test_linux_memory.buffers_at_once	# [1].run

# linux_memory_suite
	.section .rodata
	.globl	linux_memory_suite
	.type	linux_memory_suite, @object
	.size	linux_memory_suite, 16
	.balign	4
linux_memory_suite:
	.long	test_test_linux_memory.str.2	# .name
	.long	test_test_linux_memory.cases	# .cases
	.long	2	# .count
	.zero	4

	.section .rodata
test_test_linux_memory.str.0:
	.asciz	"map"
test_test_linux_memory.str.1:
	.asciz	"buffers_at_once"
test_test_linux_memory.str.2:
	.asciz	"linux_memory"
	.section .note.GNU-stack,"",@progbits
