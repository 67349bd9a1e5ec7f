# Data of test/test_kern_zalloc.c. Written by port.

# static elem
	.bss
	.globl	test_test_kern_zalloc.elem
	.type	test_test_kern_zalloc.elem, @object
	.size	test_test_kern_zalloc.elem, 1600
	.balign	4
test_test_kern_zalloc.elem:
	.zero	1600

# static memory in crammed
	.bss
	.globl	test_test_kern_zalloc.crammed.memory
	.type	test_test_kern_zalloc.crammed.memory, @object
	.size	test_test_kern_zalloc.crammed.memory, 256
	.balign	4
test_test_kern_zalloc.crammed.memory:
	.zero	256

# static size in kalloc_blocks_are_separate
	.bss
	.globl	test_test_kern_zalloc.kalloc_blocks_are_separate.size
	.type	test_test_kern_zalloc.kalloc_blocks_are_separate.size, @object
	.size	test_test_kern_zalloc.kalloc_blocks_are_separate.size, 1600
	.balign	4
test_test_kern_zalloc.kalloc_blocks_are_separate.size:
	.zero	1600

# static cases
	.section .rodata
	.globl	test_test_kern_zalloc.cases
	.type	test_test_kern_zalloc.cases, @object
	.size	test_test_kern_zalloc.cases, 80
	.balign	4
test_test_kern_zalloc.cases:
	.long	test_test_kern_zalloc.str.0	# [0].name
	.long	test_test_kern_zalloc.elements	# [0].run
	.long	test_test_kern_zalloc.str.1	# [1].name
	.long	test_test_kern_zalloc.last_freed_comes_first	# [1].run
	.long	test_test_kern_zalloc.str.2	# [2].name
	.long	test_test_kern_zalloc.fixed_and_exhaustible	# [2].run
	.long	test_test_kern_zalloc.str.3	# [3].name
	.long	test_test_kern_zalloc.grows_beyond_maximum	# [3].run
	.long	test_test_kern_zalloc.str.4	# [4].name
	.long	test_test_kern_zalloc.tiny_elements	# [4].run
	.long	test_test_kern_zalloc.str.5	# [5].name
	.long	test_test_kern_zalloc.crammed	# [5].run
	.long	test_test_kern_zalloc.str.6	# [6].name
	.long	test_test_kern_zalloc.collection	# [6].run
	.long	test_test_kern_zalloc.str.7	# [7].name
	.long	test_test_kern_zalloc.kalloc_sizes	# [7].run
	.long	test_test_kern_zalloc.str.8	# [8].name
	.long	test_test_kern_zalloc.kalloc_blocks_are_separate	# [8].run
	.long	test_test_kern_zalloc.str.9	# [9].name
	.long	test_test_kern_zalloc.kalloc_large	# [9].run

# kern_zalloc_suite
	.section .rodata
	.globl	kern_zalloc_suite
	.type	kern_zalloc_suite, @object
	.size	kern_zalloc_suite, 16
	.balign	4
kern_zalloc_suite:
	.long	test_test_kern_zalloc.str.10	# .name
	.long	test_test_kern_zalloc.cases	# .cases
	.long	0xa	# .count
	.zero	4

	.section .rodata
test_test_kern_zalloc.str.0:
	.asciz	"elements"
test_test_kern_zalloc.str.1:
	.asciz	"order"
test_test_kern_zalloc.str.2:
	.asciz	"fixed"
test_test_kern_zalloc.str.3:
	.asciz	"growing"
test_test_kern_zalloc.str.4:
	.asciz	"tiny"
test_test_kern_zalloc.str.5:
	.asciz	"crammed"
test_test_kern_zalloc.str.6:
	.asciz	"collection"
test_test_kern_zalloc.str.7:
	.asciz	"kalloc_sizes"
test_test_kern_zalloc.str.8:
	.asciz	"kalloc_separate"
test_test_kern_zalloc.str.9:
	.asciz	"kalloc_large"
test_test_kern_zalloc.str.10:
	.asciz	"zalloc"
	.section .note.GNU-stack,"",@progbits
