# Entries and inline assembly of test/test_kern_strings.c. Written by port.
	.text

	.p2align 4
	.globl test_test_kern_strings.test_memmove
	.type test_test_kern_strings.test_memmove, @function
test_test_kern_strings.test_memmove:
	jmp	test_test_kern_strings.test_memmove.m
	.size test_test_kern_strings.test_memmove, . - test_test_kern_strings.test_memmove

	.p2align 4
	.globl test_test_kern_strings.test_memcpy
	.type test_test_kern_strings.test_memcpy, @function
test_test_kern_strings.test_memcpy:
	jmp	test_test_kern_strings.test_memcpy.m
	.size test_test_kern_strings.test_memcpy, . - test_test_kern_strings.test_memcpy

	.p2align 4
	.globl test_test_kern_strings.test_memset
	.type test_test_kern_strings.test_memset, @function
test_test_kern_strings.test_memset:
	jmp	test_test_kern_strings.test_memset.m
	.size test_test_kern_strings.test_memset, . - test_test_kern_strings.test_memset

	.p2align 4
	.globl test_test_kern_strings.test_memcmp
	.type test_test_kern_strings.test_memcmp, @function
test_test_kern_strings.test_memcmp:
	jmp	test_test_kern_strings.test_memcmp.m
	.size test_test_kern_strings.test_memcmp, . - test_test_kern_strings.test_memcmp

	.p2align 4
	.globl test_test_kern_strings.test_strings
	.type test_test_kern_strings.test_strings, @function
test_test_kern_strings.test_strings:
	jmp	test_test_kern_strings.test_strings.m
	.size test_test_kern_strings.test_strings, . - test_test_kern_strings.test_strings
	.section .note.GNU-stack,"",@progbits
