# Data of test/test_machine.c. Written by port.

# static machine_cases
	.section .rodata
	.globl	test_test_machine.machine_cases
	.type	test_test_machine.machine_cases, @object
	.size	test_test_machine.machine_cases, 56
	.balign	4
test_test_machine.machine_cases:
	.long	test_test_machine.str.0	# [0].name
	.long	test_test_machine.test_breakpoint	# [0].run
	.long	test_test_machine.str.1	# [1].name
	.long	test_test_machine.test_page_fault	# [1].run
	.long	test_test_machine.str.2	# [2].name
	.long	test_test_machine.test_levels	# [2].run
	.long	test_test_machine.str.3	# [3].name
	.long	test_test_machine.test_clock_masked	# [3].run
	.long	test_test_machine.str.4	# [4].name
	.long	test_test_machine.test_queue	# [4].run
	.long	test_test_machine.str.5	# [5].name
	.long	test_test_machine.test_queue_functions	# [5].run
	.long	test_test_machine.str.6	# [6].name
	.long	test_test_machine.test_printf	# [6].run

# machine_suite
	.section .rodata
	.globl	machine_suite
	.type	machine_suite, @object
	.size	machine_suite, 16
	.balign	4
machine_suite:
	.long	test_test_machine.str.7	# .name
	.long	test_test_machine.machine_cases	# .cases
	.long	7	# .count
	.zero	4

	.section .rodata
test_test_machine.str.0:
	.asciz	"breakpoint"
test_test_machine.str.1:
	.asciz	"page_fault"
test_test_machine.str.2:
	.asciz	"levels"
test_test_machine.str.3:
	.asciz	"clock_masked"
test_test_machine.str.4:
	.asciz	"queue"
test_test_machine.str.5:
	.asciz	"queue_functions"
test_test_machine.str.6:
	.asciz	"printf"
test_test_machine.str.7:
	.asciz	"machine"
	.section .note.GNU-stack,"",@progbits
