# Data of linux/dev/drivers/net/net_init.c. Written by port.

# dev_base
	.comm	dev_base, 4, 4

# irq2dev_map
	.comm	irq2dev_map, 64, 4

# static auto_lines
	.bss
	.globl	linux_dev_drivers_net_net_init.auto_lines
	.type	linux_dev_drivers_net_net_init.auto_lines, @object
	.size	linux_dev_drivers_net_net_init.auto_lines, 4
	.balign	4
linux_dev_drivers_net_net_init.auto_lines:
	.zero	4
	.section .note.GNU-stack,"",@progbits
