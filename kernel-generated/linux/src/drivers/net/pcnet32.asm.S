# Entries and inline assembly of linux/src/drivers/net/pcnet32.c. Written by port.
	.text

	.p2align 4
	.globl linux_src_drivers_net_pcnet32.pcnet32_start_xmit
	.type linux_src_drivers_net_pcnet32.pcnet32_start_xmit, @function
linux_src_drivers_net_pcnet32.pcnet32_start_xmit:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	linux_src_drivers_net_pcnet32.pcnet32_start_xmit.m
	.size linux_src_drivers_net_pcnet32.pcnet32_start_xmit, . - linux_src_drivers_net_pcnet32.pcnet32_start_xmit

	.p2align 4
	.globl linux_src_drivers_net_pcnet32.pcnet32_interrupt
	.type linux_src_drivers_net_pcnet32.pcnet32_interrupt, @function
linux_src_drivers_net_pcnet32.pcnet32_interrupt:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	linux_src_drivers_net_pcnet32.pcnet32_interrupt.m
	ret
	.size linux_src_drivers_net_pcnet32.pcnet32_interrupt, . - linux_src_drivers_net_pcnet32.pcnet32_interrupt

	.p2align 4
	.globl linux_src_drivers_net_pcnet32.pcnet32_open
	.type linux_src_drivers_net_pcnet32.pcnet32_open, @function
linux_src_drivers_net_pcnet32.pcnet32_open:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_net_pcnet32.pcnet32_open.m
	.size linux_src_drivers_net_pcnet32.pcnet32_open, . - linux_src_drivers_net_pcnet32.pcnet32_open

	.p2align 4
	.globl linux_src_drivers_net_pcnet32.pcnet32_stop
	.type linux_src_drivers_net_pcnet32.pcnet32_stop, @function
linux_src_drivers_net_pcnet32.pcnet32_stop:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_net_pcnet32.pcnet32_stop.m
	.size linux_src_drivers_net_pcnet32.pcnet32_stop, . - linux_src_drivers_net_pcnet32.pcnet32_stop

	.p2align 4
	.globl linux_src_drivers_net_pcnet32.pcnet32_get_stats
	.type linux_src_drivers_net_pcnet32.pcnet32_get_stats, @function
linux_src_drivers_net_pcnet32.pcnet32_get_stats:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_net_pcnet32.pcnet32_get_stats.m
	.size linux_src_drivers_net_pcnet32.pcnet32_get_stats, . - linux_src_drivers_net_pcnet32.pcnet32_get_stats
	.section .note.GNU-stack,"",@progbits
