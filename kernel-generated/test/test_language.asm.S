# Entries and inline assembly of test/test_language.c.
	.text

	.p2align 4
	.globl test_test_language.test_bit_fields
test_test_language.test_bit_fields:
	jmp	test_test_language.test_bit_fields.m

	.p2align 4
	.globl test_test_language.test_unions
test_test_language.test_unions:
	jmp	test_test_language.test_unions.m

	.p2align 4
	.globl test_test_language.test_long_long
test_test_language.test_long_long:
	jmp	test_test_language.test_long_long.m

	.p2align 4
	.globl test_test_language.test_division
test_test_language.test_division:
	jmp	test_test_language.test_division.m

	.p2align 4
	.globl test_test_language.test_conversions
test_test_language.test_conversions:
	jmp	test_test_language.test_conversions.m

	.p2align 4
	.globl test_test_language.test_evaluation
test_test_language.test_evaluation:
	jmp	test_test_language.test_evaluation.m

	.p2align 4
	.globl test_test_language.test_switch
test_test_language.test_switch:
	jmp	test_test_language.test_switch.m

	.p2align 4
	.globl test_test_language.add
test_test_language.add:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	test_test_language.add.m

	.p2align 4
	.globl test_test_language.sub
test_test_language.sub:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	test_test_language.sub.m

	.p2align 4
	.globl test_test_language.test_tables
test_test_language.test_tables:
	jmp	test_test_language.test_tables.m

	.p2align 4
	.globl test_test_language.test_arrays
test_test_language.test_arrays:
	jmp	test_test_language.test_arrays.m
	.section .note.GNU-stack,"",@progbits
