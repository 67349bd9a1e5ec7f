# Data of test/test_linux_dma.c. Written by port.

# static fd0
	.section .rodata
	.globl	test_test_linux_dma.fd0
	.type	test_test_linux_dma.fd0, @object
	.size	test_test_linux_dma.fd0, 2
	.balign	2
test_test_linux_dma.fd0:
	.short	0x200

# static low
	.bss
	.globl	test_test_linux_dma.low
	.type	test_test_linux_dma.low, @object
	.size	test_test_linux_dma.low, 32
	.balign	4
test_test_linux_dma.low:
	.zero	32

# static low_count
	.bss
	.globl	test_test_linux_dma.low_count
	.type	test_test_linux_dma.low_count, @object
	.size	test_test_linux_dma.low_count, 4
	.balign	4
test_test_linux_dma.low_count:
	.zero	4

# static high_page
	.bss
	.globl	test_test_linux_dma.high_page
	.type	test_test_linux_dma.high_page, @object
	.size	test_test_linux_dma.high_page, 4
	.balign	4
test_test_linux_dma.high_page:
	.zero	4

# static high
	.bss
	.globl	test_test_linux_dma.high
	.type	test_test_linux_dma.high, @object
	.size	test_test_linux_dma.high, 4
	.balign	4
test_test_linux_dma.high:
	.zero	4

# static alias
	.bss
	.globl	test_test_linux_dma.alias
	.type	test_test_linux_dma.alias, @object
	.size	test_test_linux_dma.alias, 4
	.balign	4
test_test_linux_dma.alias:
	.zero	4

# static good in force_across
	.bss
	.globl	test_test_linux_dma.force_across.good
	.type	test_test_linux_dma.force_across.good, @object
	.size	test_test_linux_dma.force_across.good, 1024
	.balign	1
test_test_linux_dma.force_across.good:
	.zero	1024

# static cases
	.section .rodata
	.globl	test_test_linux_dma.cases
	.type	test_test_linux_dma.cases, @object
	.size	test_test_linux_dma.cases, 56
	.balign	4
test_test_linux_dma.cases:
	.long	test_test_linux_dma.str.0	# [0].name
	.long	test_test_linux_dma.needs_an_owner	# [0].run
	.long	test_test_linux_dma.str.1	# [1].name
	.long	test_test_linux_dma.programs_channel	# [1].run
	.long	test_test_linux_dma.str.2	# [2].name
	.long	test_test_linux_dma.knows_limits	# [2].run
	.long	test_test_linux_dma.str.3	# [3].name
	.long	test_test_linux_dma.above_16mb_is_refused	# [3].run
	.long	test_test_linux_dma.str.4	# [4].name
	.long	test_test_linux_dma.ordinary_buffer	# [4].run
	.long	test_test_linux_dma.str.5	# [5].name
	.long	test_test_linux_dma.above_16mb_is_silent	# [5].run
	.long	test_test_linux_dma.str.6	# [6].name
	.long	test_test_linux_dma.line_is_refused	# [6].run

# linux_dma_suite
	.section .rodata
	.globl	linux_dma_suite
	.type	linux_dma_suite, @object
	.size	linux_dma_suite, 16
	.balign	4
linux_dma_suite:
	.long	test_test_linux_dma.str.7	# .name
	.long	test_test_linux_dma.cases	# .cases
	.long	7	# .count
	.zero	4

	.section .rodata
test_test_linux_dma.str.0:
	.asciz	"owner"
test_test_linux_dma.str.1:
	.asciz	"programs"
test_test_linux_dma.str.2:
	.asciz	"limits"
test_test_linux_dma.str.3:
	.asciz	"refused"
test_test_linux_dma.str.4:
	.asciz	"ordinary_buffer"
test_test_linux_dma.str.5:
	.asciz	"silent"
test_test_linux_dma.str.6:
	.asciz	"line_refused"
test_test_linux_dma.str.7:
	.asciz	"linux_dma"
	.section .note.GNU-stack,"",@progbits
