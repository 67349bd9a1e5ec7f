# Data of test/test_linux_demo.c.

# static fd0
	.section .rodata
	.globl	test_test_linux_demo.fd0
	.type	test_test_linux_demo.fd0, @object
	.size	test_test_linux_demo.fd0, 2
	.balign	2
test_test_linux_demo.fd0:
	.short	0x200

# static held
	.bss
	.globl	test_test_linux_demo.held
	.type	test_test_linux_demo.held, @object
	.size	test_test_linux_demo.held, 4
	.balign	4
test_test_linux_demo.held:
	.zero	4

# static held_count
	.bss
	.globl	test_test_linux_demo.held_count
	.type	test_test_linux_demo.held_count, @object
	.size	test_test_linux_demo.held_count, 4
	.balign	4
test_test_linux_demo.held_count:
	.zero	4

# static held_limit
	.bss
	.globl	test_test_linux_demo.held_limit
	.type	test_test_linux_demo.held_limit, @object
	.size	test_test_linux_demo.held_limit, 4
	.balign	4
test_test_linux_demo.held_limit:
	.zero	4

# static digit in print_map
	.section .rodata
	.globl	test_test_linux_demo.print_map.digit
	.type	test_test_linux_demo.print_map.digit, @object
	.size	test_test_linux_demo.print_map.digit, 18
	.balign	1
test_test_linux_demo.print_map.digit:
	.ascii	"0123456789abcdefg"
	.zero	1

# static buffer in count_buffers
	.bss
	.globl	test_test_linux_demo.count_buffers.buffer
	.type	test_test_linux_demo.count_buffers.buffer, @object
	.size	test_test_linux_demo.count_buffers.buffer, 4096
	.balign	4
test_test_linux_demo.count_buffers.buffer:
	.zero	4096

# static cases
	.section .rodata
	.globl	test_test_linux_demo.cases
	.type	test_test_linux_demo.cases, @object
	.size	test_test_linux_demo.cases, 24
	.balign	4
test_test_linux_demo.cases:
	.long	test_test_linux_demo.str.0	# [0].name
	.long	test_test_linux_demo.memory_map	# [0].run
	.long	test_test_linux_demo.str.1	# [1].name
	.long	test_test_linux_demo.buffers_at_once	# [1].run
	.long	test_test_linux_demo.str.2	# [2].name
	.long	test_test_linux_demo.disk_in_used_memory	# [2].run

# linux_demo_suite
	.section .rodata
	.globl	linux_demo_suite
	.type	linux_demo_suite, @object
	.size	linux_demo_suite, 12
	.balign	4
linux_demo_suite:
	.long	test_test_linux_demo.str.3	# .name
	.long	test_test_linux_demo.cases	# .cases
	.long	3	# .count

	.section .rodata
test_test_linux_demo.str.0:
	.asciz	"memory_map"
test_test_linux_demo.str.1:
	.asciz	"buffers_at_once"
test_test_linux_demo.str.2:
	.asciz	"disk_in_used_memory"
test_test_linux_demo.str.3:
	.asciz	"linux_demo"
	.section .note.GNU-stack,"",@progbits
