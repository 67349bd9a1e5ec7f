# Data of linux/dev/glue/net.c. Written by port.

# static backlog
	.bss
	.globl	linux_dev_glue_net.backlog
	.type	linux_dev_glue_net.backlog, @object
	.size	linux_dev_glue_net.backlog, 12
	.balign	4
linux_dev_glue_net.backlog:
	.zero	12

# static open_list
	.bss
	.globl	linux_dev_glue_net.open_list
	.type	linux_dev_glue_net.open_list, @object
	.size	linux_dev_glue_net.open_list, 4
	.balign	4
linux_dev_glue_net.open_list:
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
