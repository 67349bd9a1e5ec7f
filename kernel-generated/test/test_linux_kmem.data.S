# Data of test/test_linux_kmem.c. Written by port.

# static p in alignment_and_extent
	.bss
	.globl	test_test_linux_kmem.alignment_and_extent.p
	.type	test_test_linux_kmem.alignment_and_extent.p, @object
	.size	test_test_linux_kmem.alignment_and_extent.p, 512
	.balign	4
test_test_linux_kmem.alignment_and_extent.p:
	.zero	512

# static sizes in oversize
	.section .rodata
	.globl	test_test_linux_kmem.oversize.sizes
	.type	test_test_linux_kmem.oversize.sizes, @object
	.size	test_test_linux_kmem.oversize.sizes, 12
	.balign	4
test_test_linux_kmem.oversize.sizes:
	.long	0xfff5	# [0]
	.long	0x10000	# [1]
	.long	0x186a0	# [2]

# static slot in random_sizes
	.bss
	.globl	test_test_linux_kmem.random_sizes.slot
	.type	test_test_linux_kmem.random_sizes.slot, @object
	.size	test_test_linux_kmem.random_sizes.slot, 576
	.balign	4
test_test_linux_kmem.random_sizes.slot:
	.zero	576

# static from_interrupt
	.bss
	.globl	test_test_linux_kmem.from_interrupt
	.type	test_test_linux_kmem.from_interrupt, @object
	.size	test_test_linux_kmem.from_interrupt, 80
	.balign	4
test_test_linux_kmem.from_interrupt:
	.zero	80

# static interrupt_count
	.bss
	.globl	test_test_linux_kmem.interrupt_count
	.type	test_test_linux_kmem.interrupt_count, @object
	.size	test_test_linux_kmem.interrupt_count, 4
	.balign	4
test_test_linux_kmem.interrupt_count:
	.zero	4

# static interrupt_timer
	.bss
	.globl	test_test_linux_kmem.interrupt_timer
	.type	test_test_linux_kmem.interrupt_timer, @object
	.size	test_test_linux_kmem.interrupt_timer, 20
	.balign	4
test_test_linux_kmem.interrupt_timer:
	.zero	20

# static cases
	.section .rodata
	.globl	test_test_linux_kmem.cases
	.type	test_test_linux_kmem.cases, @object
	.size	test_test_linux_kmem.cases, 128
	.balign	4
test_test_linux_kmem.cases:
	.long	test_test_linux_kmem.str.0	# [0].name
	.long	test_test_linux_kmem.alignment_and_extent	# [0].run
	.long	test_test_linux_kmem.str.1	# [1].name
	.long	test_test_linux_kmem.largest_dma_block	# [1].run
	.long	test_test_linux_kmem.str.2	# [2].name
	.long	test_test_linux_kmem.oversize	# [2].run
	.long	test_test_linux_kmem.str.3	# [3].name
	.long	test_test_linux_kmem.reuse	# [3].run
	.long	test_test_linux_kmem.str.4	# [4].name
	.long	test_test_linux_kmem.coalescing	# [4].run
	.long	test_test_linux_kmem.str.5	# [5].name
	.long	test_test_linux_kmem.exhaustion_and_recovery	# [5].run
	.long	test_test_linux_kmem.str.6	# [6].name
	.long	test_test_linux_kmem.dma_blocks	# [6].run
	.long	test_test_linux_kmem.str.7	# [7].name
	.long	test_test_linux_kmem.random_sizes	# [7].run
	.long	test_test_linux_kmem.str.8	# [8].name
	.long	test_test_linux_kmem.interrupt_flag	# [8].run
	.long	test_test_linux_kmem.str.9	# [9].name
	.long	test_test_linux_kmem.at_interrupt_level	# [9].run
	.long	test_test_linux_kmem.str.10	# [10].name
	.long	test_test_linux_kmem.page_orders	# [10].run
	.long	test_test_linux_kmem.str.11	# [11].name
	.long	test_test_linux_kmem.pages_freed_singly	# [11].run
	.long	test_test_linux_kmem.str.12	# [12].name
	.long	test_test_linux_kmem.page_exhaustion	# [12].run
	.long	test_test_linux_kmem.str.13	# [13].name
	.long	test_test_linux_kmem.pages_from_kmalloc	# [13].run
	.long	test_test_linux_kmem.str.14	# [14].name
	.long	test_test_linux_kmem.vmalloc_and_free	# [14].run
	.long	test_test_linux_kmem.str.15	# [15].name
	.long	test_test_linux_kmem.vremap_device	# [15].run

# linux_kmem_suite
	.section .rodata
	.globl	linux_kmem_suite
	.type	linux_kmem_suite, @object
	.size	linux_kmem_suite, 16
	.balign	4
linux_kmem_suite:
	.long	test_test_linux_kmem.str.16	# .name
	.long	test_test_linux_kmem.cases	# .cases
	.long	0x10	# .count
	.zero	4

	.section .rodata
test_test_linux_kmem.str.0:
	.asciz	"alignment"
test_test_linux_kmem.str.1:
	.asciz	"largest_dma_block"
test_test_linux_kmem.str.2:
	.asciz	"oversize"
test_test_linux_kmem.str.3:
	.asciz	"reuse"
test_test_linux_kmem.str.4:
	.asciz	"coalescing"
test_test_linux_kmem.str.5:
	.asciz	"exhaustion"
test_test_linux_kmem.str.6:
	.asciz	"dma_blocks"
test_test_linux_kmem.str.7:
	.asciz	"random_sizes"
test_test_linux_kmem.str.8:
	.asciz	"interrupt_flag"
test_test_linux_kmem.str.9:
	.asciz	"interrupt_level"
test_test_linux_kmem.str.10:
	.asciz	"page_orders"
test_test_linux_kmem.str.11:
	.asciz	"pages_singly"
test_test_linux_kmem.str.12:
	.asciz	"page_exhaustion"
test_test_linux_kmem.str.13:
	.asciz	"pages_from_kmalloc"
test_test_linux_kmem.str.14:
	.asciz	"vmalloc"
test_test_linux_kmem.str.15:
	.asciz	"vremap"
test_test_linux_kmem.str.16:
	.asciz	"linux_kmem"
	.section .note.GNU-stack,"",@progbits
