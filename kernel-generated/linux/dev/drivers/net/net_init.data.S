# Data of linux/dev/drivers/net/net_init.c.

# dev_base
	.comm	dev_base, 4, 4

# irq2dev_map
	.comm	irq2dev_map, 64, 4
	.section .note.GNU-stack,"",@progbits
