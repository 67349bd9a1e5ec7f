# Entries and inline assembly of test/test_kern_zalloc.c. Written by port.
	.text

	.p2align 4
	.globl test_test_kern_zalloc.elements
	.type test_test_kern_zalloc.elements, @function
test_test_kern_zalloc.elements:
	jmp	test_test_kern_zalloc.elements.m
	.size test_test_kern_zalloc.elements, . - test_test_kern_zalloc.elements

	.p2align 4
	.globl test_test_kern_zalloc.last_freed_comes_first
	.type test_test_kern_zalloc.last_freed_comes_first, @function
test_test_kern_zalloc.last_freed_comes_first:
	jmp	test_test_kern_zalloc.last_freed_comes_first.m
	.size test_test_kern_zalloc.last_freed_comes_first, . - test_test_kern_zalloc.last_freed_comes_first

	.p2align 4
	.globl test_test_kern_zalloc.fixed_and_exhaustible
	.type test_test_kern_zalloc.fixed_and_exhaustible, @function
test_test_kern_zalloc.fixed_and_exhaustible:
	jmp	test_test_kern_zalloc.fixed_and_exhaustible.m
	.size test_test_kern_zalloc.fixed_and_exhaustible, . - test_test_kern_zalloc.fixed_and_exhaustible

	.p2align 4
	.globl test_test_kern_zalloc.grows_beyond_maximum
	.type test_test_kern_zalloc.grows_beyond_maximum, @function
test_test_kern_zalloc.grows_beyond_maximum:
	jmp	test_test_kern_zalloc.grows_beyond_maximum.m
	.size test_test_kern_zalloc.grows_beyond_maximum, . - test_test_kern_zalloc.grows_beyond_maximum

	.p2align 4
	.globl test_test_kern_zalloc.tiny_elements
	.type test_test_kern_zalloc.tiny_elements, @function
test_test_kern_zalloc.tiny_elements:
	jmp	test_test_kern_zalloc.tiny_elements.m
	.size test_test_kern_zalloc.tiny_elements, . - test_test_kern_zalloc.tiny_elements

	.p2align 4
	.globl test_test_kern_zalloc.crammed
	.type test_test_kern_zalloc.crammed, @function
test_test_kern_zalloc.crammed:
	jmp	test_test_kern_zalloc.crammed.m
	.size test_test_kern_zalloc.crammed, . - test_test_kern_zalloc.crammed

	.p2align 4
	.globl test_test_kern_zalloc.collection
	.type test_test_kern_zalloc.collection, @function
test_test_kern_zalloc.collection:
	jmp	test_test_kern_zalloc.collection.m
	.size test_test_kern_zalloc.collection, . - test_test_kern_zalloc.collection

	.p2align 4
	.globl test_test_kern_zalloc.kalloc_sizes
	.type test_test_kern_zalloc.kalloc_sizes, @function
test_test_kern_zalloc.kalloc_sizes:
	jmp	test_test_kern_zalloc.kalloc_sizes.m
	.size test_test_kern_zalloc.kalloc_sizes, . - test_test_kern_zalloc.kalloc_sizes

	.p2align 4
	.globl test_test_kern_zalloc.kalloc_blocks_are_separate
	.type test_test_kern_zalloc.kalloc_blocks_are_separate, @function
test_test_kern_zalloc.kalloc_blocks_are_separate:
	jmp	test_test_kern_zalloc.kalloc_blocks_are_separate.m
	.size test_test_kern_zalloc.kalloc_blocks_are_separate, . - test_test_kern_zalloc.kalloc_blocks_are_separate

	.p2align 4
	.globl test_test_kern_zalloc.kalloc_large
	.type test_test_kern_zalloc.kalloc_large, @function
test_test_kern_zalloc.kalloc_large:
	jmp	test_test_kern_zalloc.kalloc_large.m
	.size test_test_kern_zalloc.kalloc_large, . - test_test_kern_zalloc.kalloc_large
	.section .note.GNU-stack,"",@progbits
