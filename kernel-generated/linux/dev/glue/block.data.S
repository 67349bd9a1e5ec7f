# Data of linux/dev/glue/block.c. Written by port.

# static blkdevs
	.bss
	.globl	linux_dev_glue_block.blkdevs
	.type	linux_dev_glue_block.blkdevs, @object
	.size	linux_dev_glue_block.blkdevs, 512
	.balign	4
linux_dev_glue_block.blkdevs:
	.zero	512

# static open_list
	.bss
	.globl	linux_dev_glue_block.open_list
	.type	linux_dev_glue_block.open_list, @object
	.size	linux_dev_glue_block.open_list, 4
	.balign	4
linux_dev_glue_block.open_list:
	.zero	4

# static buf in kdevname
	.bss
	.globl	linux_dev_glue_block.kdevname.buf
	.type	linux_dev_glue_block.kdevname.buf, @object
	.size	linux_dev_glue_block.kdevname.buf, 16
	.balign	1
linux_dev_glue_block.kdevname.buf:
	.zero	16
	.section .note.GNU-stack,"",@progbits
