# Data of test/test_language.c. Written by port.

# static calls
	.bss
	.globl	test_test_language.calls
	.type	test_test_language.calls, @object
	.size	test_test_language.calls, 4
	.balign	4
test_test_language.calls:
	.zero	4

# static table
	.section .rodata
	.globl	test_test_language.table
	.type	test_test_language.table, @object
	.size	test_test_language.table, 16
	.balign	4
test_test_language.table:
	.long	test_test_language.str.0	# [0].name
	.long	test_test_language.add	# [0].binary
	.long	test_test_language.str.1	# [1].name
	.long	test_test_language.sub	# [1].binary

# static matrix
	.data
	.globl	test_test_language.matrix
	.type	test_test_language.matrix, @object
	.size	test_test_language.matrix, 48
	.balign	4
test_test_language.matrix:
	.long	1	# [0][0]
	.long	2	# [0][1]
	.long	3	# [0][2]
	.long	4	# [0][3]
	.long	5	# [1][0]
	.zero	24
	.long	9	# [2][3]

# static language_cases
	.section .rodata
	.globl	test_test_language.language_cases
	.type	test_test_language.language_cases, @object
	.size	test_test_language.language_cases, 72
	.balign	4
test_test_language.language_cases:
	.long	test_test_language.str.2	# [0].name
	.long	test_test_language.test_bit_fields	# [0].run
	.long	test_test_language.str.3	# [1].name
	.long	test_test_language.test_unions	# [1].run
	.long	test_test_language.str.4	# [2].name
	.long	test_test_language.test_long_long	# [2].run
	.long	test_test_language.str.5	# [3].name
	.long	test_test_language.test_division	# [3].run
	.long	test_test_language.str.6	# [4].name
	.long	test_test_language.test_conversions	# [4].run
	.long	test_test_language.str.7	# [5].name
	.long	test_test_language.test_evaluation	# [5].run
	.long	test_test_language.str.8	# [6].name
	.long	test_test_language.test_switch	# [6].run
	.long	test_test_language.str.9	# [7].name
	.long	test_test_language.test_tables	# [7].run
	.long	test_test_language.str.10	# [8].name
	.long	test_test_language.test_arrays	# [8].run

# language_suite
	.section .rodata
	.globl	language_suite
	.type	language_suite, @object
	.size	language_suite, 16
	.balign	4
language_suite:
	.long	test_test_language.str.11	# .name
	.long	test_test_language.language_cases	# .cases
	.long	9	# .count
	.zero	4

	.section .rodata
test_test_language.str.0:
	.asciz	"add"
test_test_language.str.1:
	.asciz	"sub"
test_test_language.str.2:
	.asciz	"bit_fields"
test_test_language.str.3:
	.asciz	"unions"
test_test_language.str.4:
	.asciz	"long_long"
test_test_language.str.5:
	.asciz	"division"
test_test_language.str.6:
	.asciz	"conversions"
test_test_language.str.7:
	.asciz	"evaluation"
test_test_language.str.8:
	.asciz	"switch"
test_test_language.str.9:
	.asciz	"tables"
test_test_language.str.10:
	.asciz	"arrays"
test_test_language.str.11:
	.asciz	"language"
	.section .note.GNU-stack,"",@progbits
