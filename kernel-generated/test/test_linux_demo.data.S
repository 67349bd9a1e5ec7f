# Data of test/test_linux_demo.c. Written by port.

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

# static cases
	.section .rodata
	.globl	test_test_linux_demo.cases
	.type	test_test_linux_demo.cases, @object
	.size	test_test_linux_demo.cases, 8
	.balign	4
test_test_linux_demo.cases:
	.long	test_test_linux_demo.str.0	# [0].name
	.long	test_test_linux_demo.disk_in_used_memory	# [0].run

# linux_demo_suite
	.section .rodata
	.globl	linux_demo_suite
	.type	linux_demo_suite, @object
	.size	linux_demo_suite, 16
	.balign	4
linux_demo_suite:
	.long	test_test_linux_demo.str.1	# .name
	.long	test_test_linux_demo.cases	# .cases
	.long	1	# .count
	.zero	4

	.section .rodata
test_test_linux_demo.str.0:
	.asciz	"disk_in_used_memory"
test_test_linux_demo.str.1:
	.asciz	"linux_demo"
	.section .note.GNU-stack,"",@progbits
