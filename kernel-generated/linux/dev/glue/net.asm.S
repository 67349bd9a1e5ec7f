# Entries and inline assembly of linux/dev/glue/net.c. Written by port.
	.text

	.p2align 4
	.globl linux_dev_glue_net.net_bh
	.type linux_dev_glue_net.net_bh, @function
linux_dev_glue_net.net_bh:
	jmp	linux_dev_glue_net.net_bh.m
	.size linux_dev_glue_net.net_bh, . - linux_dev_glue_net.net_bh

	.p2align 4
	.globl linux_dev_glue_net.net_timeout
	.type linux_dev_glue_net.net_timeout, @function
linux_dev_glue_net.net_timeout:
	movl	4(%esp), %ecx
	jmp	linux_dev_glue_net.net_timeout.m
	.size linux_dev_glue_net.net_timeout, . - linux_dev_glue_net.net_timeout

	.p2align 4
	.globl asm.net_c.forget
asm.net_c.forget:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
