# Entries and inline assembly of linux/src/drivers/net/rtl8139.c. Written by port.
	.text

	.p2align 4
	.globl linux_src_drivers_net_rtl8139.rtl8139_start_xmit
	.type linux_src_drivers_net_rtl8139.rtl8139_start_xmit, @function
linux_src_drivers_net_rtl8139.rtl8139_start_xmit:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	linux_src_drivers_net_rtl8139.rtl8139_start_xmit.m
	.size linux_src_drivers_net_rtl8139.rtl8139_start_xmit, . - linux_src_drivers_net_rtl8139.rtl8139_start_xmit

	.p2align 4
	.globl linux_src_drivers_net_rtl8139.rtl8139_interrupt
	.type linux_src_drivers_net_rtl8139.rtl8139_interrupt, @function
linux_src_drivers_net_rtl8139.rtl8139_interrupt:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	linux_src_drivers_net_rtl8139.rtl8139_interrupt.m
	ret
	.size linux_src_drivers_net_rtl8139.rtl8139_interrupt, . - linux_src_drivers_net_rtl8139.rtl8139_interrupt

	.p2align 4
	.globl linux_src_drivers_net_rtl8139.rtl8139_open
	.type linux_src_drivers_net_rtl8139.rtl8139_open, @function
linux_src_drivers_net_rtl8139.rtl8139_open:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_net_rtl8139.rtl8139_open.m
	.size linux_src_drivers_net_rtl8139.rtl8139_open, . - linux_src_drivers_net_rtl8139.rtl8139_open

	.p2align 4
	.globl linux_src_drivers_net_rtl8139.rtl8139_stop
	.type linux_src_drivers_net_rtl8139.rtl8139_stop, @function
linux_src_drivers_net_rtl8139.rtl8139_stop:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_net_rtl8139.rtl8139_stop.m
	.size linux_src_drivers_net_rtl8139.rtl8139_stop, . - linux_src_drivers_net_rtl8139.rtl8139_stop

	.p2align 4
	.globl linux_src_drivers_net_rtl8139.rtl8139_get_stats
	.type linux_src_drivers_net_rtl8139.rtl8139_get_stats, @function
linux_src_drivers_net_rtl8139.rtl8139_get_stats:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_net_rtl8139.rtl8139_get_stats.m
	.size linux_src_drivers_net_rtl8139.rtl8139_get_stats, . - linux_src_drivers_net_rtl8139.rtl8139_get_stats
	.section .note.GNU-stack,"",@progbits
