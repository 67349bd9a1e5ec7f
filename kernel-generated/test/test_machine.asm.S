# Entries and inline assembly of test/test_machine.c.
	.text

	.p2align 4
	.globl test_test_machine.test_breakpoint
test_test_machine.test_breakpoint:
	jmp	test_test_machine.test_breakpoint.m

	.p2align 4
	.globl test_test_machine.test_page_fault
test_test_machine.test_page_fault:
	jmp	test_test_machine.test_page_fault.m

	.p2align 4
	.globl test_test_machine.test_levels
test_test_machine.test_levels:
	jmp	test_test_machine.test_levels.m

	.p2align 4
	.globl test_test_machine.test_clock_masked
test_test_machine.test_clock_masked:
	jmp	test_test_machine.test_clock_masked.m

	.p2align 4
	.globl test_test_machine.test_queue
test_test_machine.test_queue:
	jmp	test_test_machine.test_queue.m

	.p2align 4
	.globl test_test_machine.test_queue_functions
test_test_machine.test_queue_functions:
	jmp	test_test_machine.test_queue_functions.m

	.p2align 4
	.globl test_test_machine.test_printf
test_test_machine.test_printf:
	jmp	test_test_machine.test_printf.m
	.section .note.GNU-stack,"",@progbits
