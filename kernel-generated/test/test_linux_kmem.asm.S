# Entries and inline assembly of test/test_linux_kmem.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_kmem.alignment_and_extent
	.type test_test_linux_kmem.alignment_and_extent, @function
test_test_linux_kmem.alignment_and_extent:
	jmp	test_test_linux_kmem.alignment_and_extent.m
	.size test_test_linux_kmem.alignment_and_extent, . - test_test_linux_kmem.alignment_and_extent

	.p2align 4
	.globl test_test_linux_kmem.largest_dma_block
	.type test_test_linux_kmem.largest_dma_block, @function
test_test_linux_kmem.largest_dma_block:
	jmp	test_test_linux_kmem.largest_dma_block.m
	.size test_test_linux_kmem.largest_dma_block, . - test_test_linux_kmem.largest_dma_block

	.p2align 4
	.globl test_test_linux_kmem.oversize
	.type test_test_linux_kmem.oversize, @function
test_test_linux_kmem.oversize:
	jmp	test_test_linux_kmem.oversize.m
	.size test_test_linux_kmem.oversize, . - test_test_linux_kmem.oversize

	.p2align 4
	.globl test_test_linux_kmem.reuse
	.type test_test_linux_kmem.reuse, @function
test_test_linux_kmem.reuse:
	jmp	test_test_linux_kmem.reuse.m
	.size test_test_linux_kmem.reuse, . - test_test_linux_kmem.reuse

	.p2align 4
	.globl test_test_linux_kmem.coalescing
	.type test_test_linux_kmem.coalescing, @function
test_test_linux_kmem.coalescing:
	jmp	test_test_linux_kmem.coalescing.m
	.size test_test_linux_kmem.coalescing, . - test_test_linux_kmem.coalescing

	.p2align 4
	.globl test_test_linux_kmem.exhaustion_and_recovery
	.type test_test_linux_kmem.exhaustion_and_recovery, @function
test_test_linux_kmem.exhaustion_and_recovery:
	jmp	test_test_linux_kmem.exhaustion_and_recovery.m
	.size test_test_linux_kmem.exhaustion_and_recovery, . - test_test_linux_kmem.exhaustion_and_recovery

	.p2align 4
	.globl test_test_linux_kmem.dma_blocks
	.type test_test_linux_kmem.dma_blocks, @function
test_test_linux_kmem.dma_blocks:
	jmp	test_test_linux_kmem.dma_blocks.m
	.size test_test_linux_kmem.dma_blocks, . - test_test_linux_kmem.dma_blocks

	.p2align 4
	.globl test_test_linux_kmem.random_sizes
	.type test_test_linux_kmem.random_sizes, @function
test_test_linux_kmem.random_sizes:
	jmp	test_test_linux_kmem.random_sizes.m
	.size test_test_linux_kmem.random_sizes, . - test_test_linux_kmem.random_sizes

	.p2align 4
	.globl test_test_linux_kmem.interrupt_flag
	.type test_test_linux_kmem.interrupt_flag, @function
test_test_linux_kmem.interrupt_flag:
	jmp	test_test_linux_kmem.interrupt_flag.m
	.size test_test_linux_kmem.interrupt_flag, . - test_test_linux_kmem.interrupt_flag

	.p2align 4
	.globl test_test_linux_kmem.allocate_in_timer
	.type test_test_linux_kmem.allocate_in_timer, @function
test_test_linux_kmem.allocate_in_timer:
	movl	4(%esp), %ecx
	jmp	test_test_linux_kmem.allocate_in_timer.m
	.size test_test_linux_kmem.allocate_in_timer, . - test_test_linux_kmem.allocate_in_timer

	.p2align 4
	.globl test_test_linux_kmem.at_interrupt_level
	.type test_test_linux_kmem.at_interrupt_level, @function
test_test_linux_kmem.at_interrupt_level:
	jmp	test_test_linux_kmem.at_interrupt_level.m
	.size test_test_linux_kmem.at_interrupt_level, . - test_test_linux_kmem.at_interrupt_level

	.p2align 4
	.globl test_test_linux_kmem.page_orders
	.type test_test_linux_kmem.page_orders, @function
test_test_linux_kmem.page_orders:
	jmp	test_test_linux_kmem.page_orders.m
	.size test_test_linux_kmem.page_orders, . - test_test_linux_kmem.page_orders

	.p2align 4
	.globl test_test_linux_kmem.pages_freed_singly
	.type test_test_linux_kmem.pages_freed_singly, @function
test_test_linux_kmem.pages_freed_singly:
	jmp	test_test_linux_kmem.pages_freed_singly.m
	.size test_test_linux_kmem.pages_freed_singly, . - test_test_linux_kmem.pages_freed_singly

	.p2align 4
	.globl test_test_linux_kmem.page_exhaustion
	.type test_test_linux_kmem.page_exhaustion, @function
test_test_linux_kmem.page_exhaustion:
	jmp	test_test_linux_kmem.page_exhaustion.m
	.size test_test_linux_kmem.page_exhaustion, . - test_test_linux_kmem.page_exhaustion

	.p2align 4
	.globl test_test_linux_kmem.pages_from_kmalloc
	.type test_test_linux_kmem.pages_from_kmalloc, @function
test_test_linux_kmem.pages_from_kmalloc:
	jmp	test_test_linux_kmem.pages_from_kmalloc.m
	.size test_test_linux_kmem.pages_from_kmalloc, . - test_test_linux_kmem.pages_from_kmalloc

	.p2align 4
	.globl test_test_linux_kmem.vmalloc_and_free
	.type test_test_linux_kmem.vmalloc_and_free, @function
test_test_linux_kmem.vmalloc_and_free:
	jmp	test_test_linux_kmem.vmalloc_and_free.m
	.size test_test_linux_kmem.vmalloc_and_free, . - test_test_linux_kmem.vmalloc_and_free

	.p2align 4
	.globl test_test_linux_kmem.vremap_device
	.type test_test_linux_kmem.vremap_device, @function
test_test_linux_kmem.vremap_device:
	jmp	test_test_linux_kmem.vremap_device.m
	.size test_test_linux_kmem.vremap_device, . - test_test_linux_kmem.vremap_device

	.p2align 4
	.globl asm.test_linux_kmem_c.interrupt_flag
asm.test_linux_kmem_c.interrupt_flag:
	sti
	ret

	.p2align 4
	.globl asm.test_linux_kmem_c.interrupt_flag_2
asm.test_linux_kmem_c.interrupt_flag_2:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
