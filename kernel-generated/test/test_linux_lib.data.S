# Data of test/test_linux_lib.c. Written by port.

# static out
	.bss
	.globl	test_test_linux_lib.out
	.type	test_test_linux_lib.out, @object
	.size	test_test_linux_lib.out, 128
	.balign	1
test_test_linux_lib.out:
	.zero	128

# static area in areas
	.bss
	.globl	test_test_linux_lib.areas.area
	.type	test_test_linux_lib.areas.area, @object
	.size	test_test_linux_lib.areas.area, 16
	.balign	1
test_test_linux_lib.areas.area:
	.zero	16

# static cases
	.section .rodata
	.globl	test_test_linux_lib.cases
	.type	test_test_linux_lib.cases, @object
	.size	test_test_linux_lib.cases, 96
	.balign	4
test_test_linux_lib.cases:
	.long	test_test_linux_lib.str.0	# [0].name
	.long	test_test_linux_lib.sprintf_numbers	# [0].run
	.long	test_test_linux_lib.str.1	# [1].name
	.long	test_test_linux_lib.sprintf_sizes	# [1].run
	.long	test_test_linux_lib.str.2	# [2].name
	.long	test_test_linux_lib.sprintf_text	# [2].run
	.long	test_test_linux_lib.str.3	# [3].name
	.long	test_test_linux_lib.strtoul	# [3].run
	.long	test_test_linux_lib.str.4	# [4].name
	.long	test_test_linux_lib.ctype_classes	# [4].run
	.long	test_test_linux_lib.str.5	# [5].name
	.long	test_test_linux_lib.string_functions	# [5].run
	.long	test_test_linux_lib.str.6	# [6].name
	.long	test_test_linux_lib.more_strings	# [6].run
	.long	test_test_linux_lib.str.7	# [7].name
	.long	test_test_linux_lib.areas	# [7].run
	.long	test_test_linux_lib.str.8	# [8].name
	.long	test_test_linux_lib.bit_operations	# [8].run
	.long	test_test_linux_lib.str.9	# [9].name
	.long	test_test_linux_lib.port_regions	# [9].run
	.long	test_test_linux_lib.str.10	# [10].name
	.long	test_test_linux_lib.dma_channels	# [10].run
	.long	test_test_linux_lib.str.11	# [11].name
	.long	test_test_linux_lib.dma_registers	# [11].run

# linux_lib_suite
	.section .rodata
	.globl	linux_lib_suite
	.type	linux_lib_suite, @object
	.size	linux_lib_suite, 16
	.balign	4
linux_lib_suite:
	.long	test_test_linux_lib.str.12	# .name
	.long	test_test_linux_lib.cases	# .cases
	.long	0xc	# .count
	.zero	4

	.section .rodata
test_test_linux_lib.str.0:
	.asciz	"sprintf_numbers"
test_test_linux_lib.str.1:
	.asciz	"sprintf_sizes"
test_test_linux_lib.str.2:
	.asciz	"sprintf_text"
test_test_linux_lib.str.3:
	.asciz	"strtoul"
test_test_linux_lib.str.4:
	.asciz	"ctype"
test_test_linux_lib.str.5:
	.asciz	"strings"
test_test_linux_lib.str.6:
	.asciz	"more_strings"
test_test_linux_lib.str.7:
	.asciz	"areas"
test_test_linux_lib.str.8:
	.asciz	"bitops"
test_test_linux_lib.str.9:
	.asciz	"port_regions"
test_test_linux_lib.str.10:
	.asciz	"dma_channels"
test_test_linux_lib.str.11:
	.asciz	"dma_registers"
test_test_linux_lib.str.12:
	.asciz	"linux_lib"
	.section .note.GNU-stack,"",@progbits
