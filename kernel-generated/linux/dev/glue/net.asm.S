# Entries and inline assembly of linux/dev/glue/net.c.
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
	.globl asm.net_c.net_write
asm.net_c.net_write:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.net_c.net_write_2
asm.net_c.net_write_2:
	cli
	ret

	.p2align 4
	.globl asm.net_c.net_write_3
asm.net_c.net_write_3:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
