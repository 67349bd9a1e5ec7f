# Entries and inline assembly of test/test_machine.c. Written by port.
	.text

	.p2align 4
	.globl test_test_machine.test_breakpoint
	.type test_test_machine.test_breakpoint, @function
test_test_machine.test_breakpoint:
	jmp	test_test_machine.test_breakpoint.m
	.size test_test_machine.test_breakpoint, . - test_test_machine.test_breakpoint

	.p2align 4
	.globl test_test_machine.test_page_fault
	.type test_test_machine.test_page_fault, @function
test_test_machine.test_page_fault:
	jmp	test_test_machine.test_page_fault.m
	.size test_test_machine.test_page_fault, . - test_test_machine.test_page_fault

	.p2align 4
	.globl test_test_machine.test_levels
	.type test_test_machine.test_levels, @function
test_test_machine.test_levels:
	jmp	test_test_machine.test_levels.m
	.size test_test_machine.test_levels, . - test_test_machine.test_levels

	.p2align 4
	.globl test_test_machine.test_clock_masked
	.type test_test_machine.test_clock_masked, @function
test_test_machine.test_clock_masked:
	jmp	test_test_machine.test_clock_masked.m
	.size test_test_machine.test_clock_masked, . - test_test_machine.test_clock_masked

	.p2align 4
	.globl test_test_machine.test_queue
	.type test_test_machine.test_queue, @function
test_test_machine.test_queue:
	jmp	test_test_machine.test_queue.m
	.size test_test_machine.test_queue, . - test_test_machine.test_queue

	.p2align 4
	.globl test_test_machine.test_queue_functions
	.type test_test_machine.test_queue_functions, @function
test_test_machine.test_queue_functions:
	jmp	test_test_machine.test_queue_functions.m
	.size test_test_machine.test_queue_functions, . - test_test_machine.test_queue_functions

	.p2align 4
	.globl test_test_machine.test_printf
	.type test_test_machine.test_printf, @function
test_test_machine.test_printf:
	jmp	test_test_machine.test_printf.m
	.size test_test_machine.test_printf, . - test_test_machine.test_printf
	.section .note.GNU-stack,"",@progbits
