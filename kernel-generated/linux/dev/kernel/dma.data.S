# Data of linux/dev/kernel/dma.c. Written by port.

# dma_page_port
	.section .rodata
	.globl	dma_page_port
	.type	dma_page_port, @object
	.size	dma_page_port, 16
	.balign	2
dma_page_port:
	.short	0x87	# [0]
	.short	0x83	# [1]
	.short	0x81	# [2]
	.short	0x82	# [3]
	.short	0x8f	# [4]
	.short	0x8b	# [5]
	.short	0x89	# [6]
	.short	0x8a	# [7]

# static dma_chan_busy
	.data
	.globl	linux_dev_kernel_dma.dma_chan_busy
	.type	linux_dev_kernel_dma.dma_chan_busy, @object
	.size	linux_dev_kernel_dma.dma_chan_busy, 64
	.balign	4
linux_dev_kernel_dma.dma_chan_busy:
	.zero	32
	.long	1	# [4].lock
	.long	linux_dev_kernel_dma.str.0	# [4].device_id
	.zero	24

# dma_refusals
	.comm	dma_refusals, 4, 4

# dma_unchecked
	.comm	dma_unchecked, 4, 4

	.section .rodata
linux_dev_kernel_dma.str.0:
	.asciz	"cascade"
	.section .note.GNU-stack,"",@progbits
