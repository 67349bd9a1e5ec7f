# Entries and inline assembly of test/test_linux_lib.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_lib.sprintf_numbers
	.type test_test_linux_lib.sprintf_numbers, @function
test_test_linux_lib.sprintf_numbers:
	jmp	test_test_linux_lib.sprintf_numbers.m
	.size test_test_linux_lib.sprintf_numbers, . - test_test_linux_lib.sprintf_numbers

	.p2align 4
	.globl test_test_linux_lib.sprintf_sizes
	.type test_test_linux_lib.sprintf_sizes, @function
test_test_linux_lib.sprintf_sizes:
	jmp	test_test_linux_lib.sprintf_sizes.m
	.size test_test_linux_lib.sprintf_sizes, . - test_test_linux_lib.sprintf_sizes

	.p2align 4
	.globl test_test_linux_lib.sprintf_text
	.type test_test_linux_lib.sprintf_text, @function
test_test_linux_lib.sprintf_text:
	jmp	test_test_linux_lib.sprintf_text.m
	.size test_test_linux_lib.sprintf_text, . - test_test_linux_lib.sprintf_text

	.p2align 4
	.globl test_test_linux_lib.strtoul
	.type test_test_linux_lib.strtoul, @function
test_test_linux_lib.strtoul:
	jmp	test_test_linux_lib.strtoul.m
	.size test_test_linux_lib.strtoul, . - test_test_linux_lib.strtoul

	.p2align 4
	.globl test_test_linux_lib.ctype_classes
	.type test_test_linux_lib.ctype_classes, @function
test_test_linux_lib.ctype_classes:
	jmp	test_test_linux_lib.ctype_classes.m
	.size test_test_linux_lib.ctype_classes, . - test_test_linux_lib.ctype_classes

	.p2align 4
	.globl test_test_linux_lib.string_functions
	.type test_test_linux_lib.string_functions, @function
test_test_linux_lib.string_functions:
	jmp	test_test_linux_lib.string_functions.m
	.size test_test_linux_lib.string_functions, . - test_test_linux_lib.string_functions

	.p2align 4
	.globl test_test_linux_lib.bit_operations
	.type test_test_linux_lib.bit_operations, @function
test_test_linux_lib.bit_operations:
	jmp	test_test_linux_lib.bit_operations.m
	.size test_test_linux_lib.bit_operations, . - test_test_linux_lib.bit_operations

	.p2align 4
	.globl test_test_linux_lib.port_regions
	.type test_test_linux_lib.port_regions, @function
test_test_linux_lib.port_regions:
	jmp	test_test_linux_lib.port_regions.m
	.size test_test_linux_lib.port_regions, . - test_test_linux_lib.port_regions

	.p2align 4
	.globl test_test_linux_lib.dma_channels
	.type test_test_linux_lib.dma_channels, @function
test_test_linux_lib.dma_channels:
	jmp	test_test_linux_lib.dma_channels.m
	.size test_test_linux_lib.dma_channels, . - test_test_linux_lib.dma_channels

	.p2align 4
	.globl test_test_linux_lib.dma_registers
	.type test_test_linux_lib.dma_registers, @function
test_test_linux_lib.dma_registers:
	jmp	test_test_linux_lib.dma_registers.m
	.size test_test_linux_lib.dma_registers, . - test_test_linux_lib.dma_registers

	.p2align 4
	.globl test_test_linux_lib.more_strings
	.type test_test_linux_lib.more_strings, @function
test_test_linux_lib.more_strings:
	jmp	test_test_linux_lib.more_strings.m
	.size test_test_linux_lib.more_strings, . - test_test_linux_lib.more_strings

	.p2align 4
	.globl test_test_linux_lib.areas
	.type test_test_linux_lib.areas, @function
test_test_linux_lib.areas:
	jmp	test_test_linux_lib.areas.m
	.size test_test_linux_lib.areas, . - test_test_linux_lib.areas
	.section .note.GNU-stack,"",@progbits
