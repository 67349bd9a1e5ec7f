# Data of linux/dev/glue/net.c.

# dev_base
	.comm	dev_base, 4, 4

# static backlog
	.bss
	.globl	linux_dev_glue_net.backlog
	.type	linux_dev_glue_net.backlog, @object
	.size	linux_dev_glue_net.backlog, 12
	.balign	4
linux_dev_glue_net.backlog:
	.zero	12

# static net_open_data
	.bss
	.globl	linux_dev_glue_net.net_open_data
	.type	linux_dev_glue_net.net_open_data, @object
	.size	linux_dev_glue_net.net_open_data, 4
	.balign	4
linux_dev_glue_net.net_open_data:
	.zero	4

# static net_probed
	.bss
	.globl	linux_dev_glue_net.net_probed
	.type	linux_dev_glue_net.net_probed, @object
	.size	linux_dev_glue_net.net_probed, 4
	.balign	4
linux_dev_glue_net.net_probed:
	.zero	4
	.section .note.GNU-stack,"",@progbits
