# Entries and inline assembly of test/test_linux_lib.c.
	.text

	.p2align 4
	.globl test_test_linux_lib.sprintf_numbers
test_test_linux_lib.sprintf_numbers:
	jmp	test_test_linux_lib.sprintf_numbers.m

	.p2align 4
	.globl test_test_linux_lib.sprintf_sizes
test_test_linux_lib.sprintf_sizes:
	jmp	test_test_linux_lib.sprintf_sizes.m

	.p2align 4
	.globl test_test_linux_lib.sprintf_text
test_test_linux_lib.sprintf_text:
	jmp	test_test_linux_lib.sprintf_text.m

	.p2align 4
	.globl test_test_linux_lib.strtoul
test_test_linux_lib.strtoul:
	jmp	test_test_linux_lib.strtoul.m

	.p2align 4
	.globl test_test_linux_lib.ctype_classes
test_test_linux_lib.ctype_classes:
	jmp	test_test_linux_lib.ctype_classes.m

	.p2align 4
	.globl test_test_linux_lib.string_functions
test_test_linux_lib.string_functions:
	jmp	test_test_linux_lib.string_functions.m

	.p2align 4
	.globl test_test_linux_lib.bit_operations
test_test_linux_lib.bit_operations:
	jmp	test_test_linux_lib.bit_operations.m

	.p2align 4
	.globl test_test_linux_lib.port_regions
test_test_linux_lib.port_regions:
	jmp	test_test_linux_lib.port_regions.m

	.p2align 4
	.globl test_test_linux_lib.dma_channels
test_test_linux_lib.dma_channels:
	jmp	test_test_linux_lib.dma_channels.m

	.p2align 4
	.globl test_test_linux_lib.dma_registers
test_test_linux_lib.dma_registers:
	jmp	test_test_linux_lib.dma_registers.m
	.section .note.GNU-stack,"",@progbits
