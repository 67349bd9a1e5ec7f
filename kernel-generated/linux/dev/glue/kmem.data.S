# Data of linux/dev/glue/kmem.c.

# num_block_coalesce
	.bss
	.globl	num_block_coalesce
	.type	num_block_coalesce, @object
	.size	num_block_coalesce, 4
	.balign	4
num_block_coalesce:
	.zero	4

# static vmalloc_list
	.data
	.globl	linux_dev_glue_kmem.vmalloc_list
	.type	linux_dev_glue_kmem.vmalloc_list, @object
	.size	linux_dev_glue_kmem.vmalloc_list, 16
	.balign	4
linux_dev_glue_kmem.vmalloc_list:
	.long	linux_dev_glue_kmem.vmalloc_list	# .prev
	.long	linux_dev_glue_kmem.vmalloc_list	# .next
	.zero	8
	.section .note.GNU-stack,"",@progbits
