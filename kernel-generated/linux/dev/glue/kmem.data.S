# Data of linux/dev/glue/kmem.c. Written by port.

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
