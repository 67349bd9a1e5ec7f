# Data of linux/dev/drivers/block/genhd.c. Written by port.

# gendisk_head
	.comm	gendisk_head, 4, 4
	.section .note.GNU-stack,"",@progbits
