# Entries and inline assembly of test/test_language.c. Written by port.
	.text

	.p2align 4
	.globl test_test_language.test_bit_fields
	.type test_test_language.test_bit_fields, @function
test_test_language.test_bit_fields:
	jmp	test_test_language.test_bit_fields.m
	.size test_test_language.test_bit_fields, . - test_test_language.test_bit_fields

	.p2align 4
	.globl test_test_language.test_unions
	.type test_test_language.test_unions, @function
test_test_language.test_unions:
	jmp	test_test_language.test_unions.m
	.size test_test_language.test_unions, . - test_test_language.test_unions

	.p2align 4
	.globl test_test_language.test_long_long
	.type test_test_language.test_long_long, @function
test_test_language.test_long_long:
	jmp	test_test_language.test_long_long.m
	.size test_test_language.test_long_long, . - test_test_language.test_long_long

	.p2align 4
	.globl test_test_language.test_division
	.type test_test_language.test_division, @function
test_test_language.test_division:
	jmp	test_test_language.test_division.m
	.size test_test_language.test_division, . - test_test_language.test_division

	.p2align 4
	.globl test_test_language.test_conversions
	.type test_test_language.test_conversions, @function
test_test_language.test_conversions:
	jmp	test_test_language.test_conversions.m
	.size test_test_language.test_conversions, . - test_test_language.test_conversions

	.p2align 4
	.globl test_test_language.test_evaluation
	.type test_test_language.test_evaluation, @function
test_test_language.test_evaluation:
	jmp	test_test_language.test_evaluation.m
	.size test_test_language.test_evaluation, . - test_test_language.test_evaluation

	.p2align 4
	.globl test_test_language.test_switch
	.type test_test_language.test_switch, @function
test_test_language.test_switch:
	jmp	test_test_language.test_switch.m
	.size test_test_language.test_switch, . - test_test_language.test_switch

	.p2align 4
	.globl test_test_language.add
	.type test_test_language.add, @function
test_test_language.add:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	test_test_language.add.m
	.size test_test_language.add, . - test_test_language.add

	.p2align 4
	.globl test_test_language.sub
	.type test_test_language.sub, @function
test_test_language.sub:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	test_test_language.sub.m
	.size test_test_language.sub, . - test_test_language.sub

	.p2align 4
	.globl test_test_language.test_tables
	.type test_test_language.test_tables, @function
test_test_language.test_tables:
	jmp	test_test_language.test_tables.m
	.size test_test_language.test_tables, . - test_test_language.test_tables

	.p2align 4
	.globl test_test_language.test_arrays
	.type test_test_language.test_arrays, @function
test_test_language.test_arrays:
	jmp	test_test_language.test_arrays.m
	.size test_test_language.test_arrays, . - test_test_language.test_arrays
	.section .note.GNU-stack,"",@progbits
