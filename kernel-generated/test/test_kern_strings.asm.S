# Entries and inline assembly of test/test_kern_strings.c.
	.text

	.p2align 4
	.globl test_test_kern_strings.test_memmove
test_test_kern_strings.test_memmove:
	jmp	test_test_kern_strings.test_memmove.m

	.p2align 4
	.globl test_test_kern_strings.test_memcpy
test_test_kern_strings.test_memcpy:
	jmp	test_test_kern_strings.test_memcpy.m

	.p2align 4
	.globl test_test_kern_strings.test_memset
test_test_kern_strings.test_memset:
	jmp	test_test_kern_strings.test_memset.m

	.p2align 4
	.globl test_test_kern_strings.test_memcmp
test_test_kern_strings.test_memcmp:
	jmp	test_test_kern_strings.test_memcmp.m

	.p2align 4
	.globl test_test_kern_strings.test_strings
test_test_kern_strings.test_strings:
	jmp	test_test_kern_strings.test_strings.m
	.section .note.GNU-stack,"",@progbits
