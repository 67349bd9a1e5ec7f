# Data of linux/src/drivers/net/pcnet32.c.

# static pcnet_dev
	.bss
	.globl	linux_src_drivers_net_pcnet32.pcnet_dev
	.type	linux_src_drivers_net_pcnet32.pcnet_dev, @object
	.size	linux_src_drivers_net_pcnet32.pcnet_dev, 52
	.balign	4
linux_src_drivers_net_pcnet32.pcnet_dev:
	.zero	52

# static pcnet_private
	.bss
	.globl	linux_src_drivers_net_pcnet32.pcnet_private
	.type	linux_src_drivers_net_pcnet32.pcnet_private, @object
	.size	linux_src_drivers_net_pcnet32.pcnet_private, 92
	.balign	4
linux_src_drivers_net_pcnet32.pcnet_private:
	.zero	92
	.section .note.GNU-stack,"",@progbits
