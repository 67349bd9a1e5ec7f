# Entries and inline assembly of test/test_linux_kmem.c.
	.text

	.p2align 4
	.globl test_test_linux_kmem.alignment_and_extent
test_test_linux_kmem.alignment_and_extent:
	jmp	test_test_linux_kmem.alignment_and_extent.m

	.p2align 4
	.globl test_test_linux_kmem.largest_dma_block
test_test_linux_kmem.largest_dma_block:
	jmp	test_test_linux_kmem.largest_dma_block.m

	.p2align 4
	.globl test_test_linux_kmem.oversize
test_test_linux_kmem.oversize:
	jmp	test_test_linux_kmem.oversize.m

	.p2align 4
	.globl test_test_linux_kmem.reuse
test_test_linux_kmem.reuse:
	jmp	test_test_linux_kmem.reuse.m

	.p2align 4
	.globl test_test_linux_kmem.coalescing
test_test_linux_kmem.coalescing:
	jmp	test_test_linux_kmem.coalescing.m

	.p2align 4
	.globl test_test_linux_kmem.exhaustion_and_recovery
test_test_linux_kmem.exhaustion_and_recovery:
	jmp	test_test_linux_kmem.exhaustion_and_recovery.m

	.p2align 4
	.globl test_test_linux_kmem.dma_blocks
test_test_linux_kmem.dma_blocks:
	jmp	test_test_linux_kmem.dma_blocks.m

	.p2align 4
	.globl test_test_linux_kmem.random_sizes
test_test_linux_kmem.random_sizes:
	jmp	test_test_linux_kmem.random_sizes.m

	.p2align 4
	.globl test_test_linux_kmem.interrupt_flag
test_test_linux_kmem.interrupt_flag:
	jmp	test_test_linux_kmem.interrupt_flag.m

	.p2align 4
	.globl test_test_linux_kmem.allocate_in_timer
test_test_linux_kmem.allocate_in_timer:
	movl	4(%esp), %ecx
	jmp	test_test_linux_kmem.allocate_in_timer.m

	.p2align 4
	.globl test_test_linux_kmem.at_interrupt_level
test_test_linux_kmem.at_interrupt_level:
	jmp	test_test_linux_kmem.at_interrupt_level.m

	.p2align 4
	.globl test_test_linux_kmem.page_orders
test_test_linux_kmem.page_orders:
	jmp	test_test_linux_kmem.page_orders.m

	.p2align 4
	.globl test_test_linux_kmem.pages_freed_singly
test_test_linux_kmem.pages_freed_singly:
	jmp	test_test_linux_kmem.pages_freed_singly.m

	.p2align 4
	.globl test_test_linux_kmem.page_exhaustion
test_test_linux_kmem.page_exhaustion:
	jmp	test_test_linux_kmem.page_exhaustion.m

	.p2align 4
	.globl test_test_linux_kmem.pages_from_kmalloc
test_test_linux_kmem.pages_from_kmalloc:
	jmp	test_test_linux_kmem.pages_from_kmalloc.m

	.p2align 4
	.globl test_test_linux_kmem.vmalloc_and_free
test_test_linux_kmem.vmalloc_and_free:
	jmp	test_test_linux_kmem.vmalloc_and_free.m

	.p2align 4
	.globl test_test_linux_kmem.vremap_device
test_test_linux_kmem.vremap_device:
	jmp	test_test_linux_kmem.vremap_device.m

	.p2align 4
	.globl asm.test_linux_kmem_c.interrupt_flag
asm.test_linux_kmem_c.interrupt_flag:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.test_linux_kmem_c.interrupt_flag_2
asm.test_linux_kmem_c.interrupt_flag_2:
	sti
	ret

	.p2align 4
	.globl asm.test_linux_kmem_c.interrupt_flag_3
asm.test_linux_kmem_c.interrupt_flag_3:
	cli
	ret

	.p2align 4
	.globl asm.test_linux_kmem_c.interrupt_flag_4
asm.test_linux_kmem_c.interrupt_flag_4:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
