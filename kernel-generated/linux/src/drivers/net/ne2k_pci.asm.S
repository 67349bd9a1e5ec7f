# Entries and inline assembly of linux/src/drivers/net/ne2k_pci.c. Written by port.
	.text

	.p2align 4
	.globl linux_src_drivers_net_ne2k_pci.ne_start_xmit
	.type linux_src_drivers_net_ne2k_pci.ne_start_xmit, @function
linux_src_drivers_net_ne2k_pci.ne_start_xmit:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	linux_src_drivers_net_ne2k_pci.ne_start_xmit.m
	.size linux_src_drivers_net_ne2k_pci.ne_start_xmit, . - linux_src_drivers_net_ne2k_pci.ne_start_xmit

	.p2align 4
	.globl linux_src_drivers_net_ne2k_pci.ne_interrupt
	.type linux_src_drivers_net_ne2k_pci.ne_interrupt, @function
linux_src_drivers_net_ne2k_pci.ne_interrupt:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	linux_src_drivers_net_ne2k_pci.ne_interrupt.m
	ret
	.size linux_src_drivers_net_ne2k_pci.ne_interrupt, . - linux_src_drivers_net_ne2k_pci.ne_interrupt

	.p2align 4
	.globl linux_src_drivers_net_ne2k_pci.ne_open
	.type linux_src_drivers_net_ne2k_pci.ne_open, @function
linux_src_drivers_net_ne2k_pci.ne_open:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_net_ne2k_pci.ne_open.m
	.size linux_src_drivers_net_ne2k_pci.ne_open, . - linux_src_drivers_net_ne2k_pci.ne_open

	.p2align 4
	.globl linux_src_drivers_net_ne2k_pci.ne_stop
	.type linux_src_drivers_net_ne2k_pci.ne_stop, @function
linux_src_drivers_net_ne2k_pci.ne_stop:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_net_ne2k_pci.ne_stop.m
	.size linux_src_drivers_net_ne2k_pci.ne_stop, . - linux_src_drivers_net_ne2k_pci.ne_stop

	.p2align 4
	.globl linux_src_drivers_net_ne2k_pci.ne_get_stats
	.type linux_src_drivers_net_ne2k_pci.ne_get_stats, @function
linux_src_drivers_net_ne2k_pci.ne_get_stats:
	movl	4(%esp), %ecx
	jmp	linux_src_drivers_net_ne2k_pci.ne_get_stats.m
	.size linux_src_drivers_net_ne2k_pci.ne_get_stats, . - linux_src_drivers_net_ne2k_pci.ne_get_stats

	.p2align 4
	.globl asm.ne2k_pci_c.ne_interrupt
asm.ne2k_pci_c.ne_interrupt:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
