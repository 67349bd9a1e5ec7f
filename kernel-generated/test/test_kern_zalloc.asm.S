# Entries and inline assembly of test/test_kern_zalloc.c.
	.text

	.p2align 4
	.globl test_test_kern_zalloc.elements
test_test_kern_zalloc.elements:
	jmp	test_test_kern_zalloc.elements.m

	.p2align 4
	.globl test_test_kern_zalloc.last_freed_comes_first
test_test_kern_zalloc.last_freed_comes_first:
	jmp	test_test_kern_zalloc.last_freed_comes_first.m

	.p2align 4
	.globl test_test_kern_zalloc.fixed_and_exhaustible
test_test_kern_zalloc.fixed_and_exhaustible:
	jmp	test_test_kern_zalloc.fixed_and_exhaustible.m

	.p2align 4
	.globl test_test_kern_zalloc.grows_beyond_maximum
test_test_kern_zalloc.grows_beyond_maximum:
	jmp	test_test_kern_zalloc.grows_beyond_maximum.m

	.p2align 4
	.globl test_test_kern_zalloc.tiny_elements
test_test_kern_zalloc.tiny_elements:
	jmp	test_test_kern_zalloc.tiny_elements.m

	.p2align 4
	.globl test_test_kern_zalloc.crammed
test_test_kern_zalloc.crammed:
	jmp	test_test_kern_zalloc.crammed.m

	.p2align 4
	.globl test_test_kern_zalloc.collection
test_test_kern_zalloc.collection:
	jmp	test_test_kern_zalloc.collection.m

	.p2align 4
	.globl test_test_kern_zalloc.kalloc_sizes
test_test_kern_zalloc.kalloc_sizes:
	jmp	test_test_kern_zalloc.kalloc_sizes.m

	.p2align 4
	.globl test_test_kern_zalloc.kalloc_blocks_are_separate
test_test_kern_zalloc.kalloc_blocks_are_separate:
	jmp	test_test_kern_zalloc.kalloc_blocks_are_separate.m

	.p2align 4
	.globl test_test_kern_zalloc.kalloc_large
test_test_kern_zalloc.kalloc_large:
	jmp	test_test_kern_zalloc.kalloc_large.m
	.section .note.GNU-stack,"",@progbits
