# Data of linux/dev/drivers/block/genhd.c.

# gendisk_head
	.comm	gendisk_head, 4, 4
	.section .note.GNU-stack,"",@progbits
