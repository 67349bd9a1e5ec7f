# Data of test/test_linux_net.c. Written by port.

# static our_ip
	.section .rodata
	.globl	test_test_linux_net.our_ip
	.type	test_test_linux_net.our_ip, @object
	.size	test_test_linux_net.our_ip, 4
	.balign	1
test_test_linux_net.our_ip:
	.byte	0x0a	# [0]
	.byte	0x00	# [1]
	.byte	0x02	# [2]
	.byte	0x0f	# [3]

# static host_ip
	.section .rodata
	.globl	test_test_linux_net.host_ip
	.type	test_test_linux_net.host_ip, @object
	.size	test_test_linux_net.host_ip, 4
	.balign	1
test_test_linux_net.host_ip:
	.byte	0x0a	# [0]
	.byte	0x00	# [1]
	.byte	0x02	# [2]
	.byte	0x02	# [3]

# static host_hw
	.bss
	.globl	test_test_linux_net.host_hw
	.type	test_test_linux_net.host_hw, @object
	.size	test_test_linux_net.host_hw, 6
	.balign	1
test_test_linux_net.host_hw:
	.zero	6

# static request in exchange
	.bss
	.globl	test_test_linux_net.exchange.request
	.type	test_test_linux_net.exchange.request, @object
	.size	test_test_linux_net.exchange.request, 1442
	.balign	1
test_test_linux_net.exchange.request:
	.zero	1442

# static answer in exchange
	.bss
	.globl	test_test_linux_net.exchange.answer
	.type	test_test_linux_net.exchange.answer, @object
	.size	test_test_linux_net.exchange.answer, 1506
	.balign	1
test_test_linux_net.exchange.answer:
	.zero	1506

# static frame in bad_frames_are_refused
	.bss
	.globl	test_test_linux_net.bad_frames_are_refused.frame
	.type	test_test_linux_net.bad_frames_are_refused.frame, @object
	.size	test_test_linux_net.bad_frames_are_refused.frame, 1515
	.balign	1
test_test_linux_net.bad_frames_are_refused.frame:
	.zero	1515

# static common_cases
	.section .rodata
	.globl	test_test_linux_net.common_cases
	.type	test_test_linux_net.common_cases, @object
	.size	test_test_linux_net.common_cases, 16
	.balign	4
test_test_linux_net.common_cases:
	.long	test_test_linux_net.str.0	# [0].name
	.long	test_test_linux_net.packets	# [0].run
	.long	test_test_linux_net.str.1	# [1].name
	.long	test_test_linux_net.devices	# [1].run

# static cases
	.section .rodata
	.globl	test_test_linux_net.cases
	.type	test_test_linux_net.cases, @object
	.size	test_test_linux_net.cases, 56
	.balign	4
test_test_linux_net.cases:
	.long	test_test_linux_net.str.2	# [0].name
	.long	test_test_linux_net.rings_suit_dma	# [0].run
	.long	test_test_linux_net.str.3	# [1].name
	.long	test_test_linux_net.arp	# [1].run
	.long	test_test_linux_net.str.4	# [2].name
	.long	test_test_linux_net.echo	# [2].run
	.long	test_test_linux_net.str.5	# [3].name
	.long	test_test_linux_net.ring_full	# [3].run
	.long	test_test_linux_net.str.6	# [4].name
	.long	test_test_linux_net.burst	# [4].run
	.long	test_test_linux_net.str.7	# [5].name
	.long	test_test_linux_net.bad_frames_are_refused	# [5].run
	.long	test_test_linux_net.str.8	# [6].name
	.long	test_test_linux_net.open_and_close	# [6].run

# static pcnet32
	.section .rodata
	.globl	test_test_linux_net.pcnet32
	.type	test_test_linux_net.pcnet32, @object
	.size	test_test_linux_net.pcnet32, 24
	.balign	4
test_test_linux_net.pcnet32:
	.long	test_test_linux_net.str.9	# .driver
	.long	0x1022	# .vendor
	.long	0x2000	# .device
	.long	8	# .tx_frames
	.long	1	# .has_memory
	.long	1	# .has_isa_memory

# static ne2k_pci
	.section .rodata
	.globl	test_test_linux_net.ne2k_pci
	.type	test_test_linux_net.ne2k_pci, @object
	.size	test_test_linux_net.ne2k_pci, 24
	.balign	4
test_test_linux_net.ne2k_pci:
	.long	test_test_linux_net.str.10	# .driver
	.long	0x10ec	# .vendor
	.long	0x8029	# .device
	.long	2	# .tx_frames
	.zero	8

# static rtl8139
	.section .rodata
	.globl	test_test_linux_net.rtl8139
	.type	test_test_linux_net.rtl8139, @object
	.size	test_test_linux_net.rtl8139, 24
	.balign	4
test_test_linux_net.rtl8139:
	.long	test_test_linux_net.str.11	# .driver
	.long	0x10ec	# .vendor
	.long	0x8139	# .device
	.long	4	# .tx_frames
	.long	1	# .has_memory
	.zero	4

# linux_net_suite
	.section .rodata
	.globl	linux_net_suite
	.type	linux_net_suite, @object
	.size	linux_net_suite, 16
	.balign	4
linux_net_suite:
	.long	test_test_linux_net.str.12	# .name
	.long	test_test_linux_net.common_cases	# .cases
	.long	2	# .count
	.zero	4

# linux_pcnet32_suite
	.section .rodata
	.globl	linux_pcnet32_suite
	.type	linux_pcnet32_suite, @object
	.size	linux_pcnet32_suite, 16
	.balign	4
linux_pcnet32_suite:
	.long	test_test_linux_net.str.13	# .name
	.long	test_test_linux_net.cases	# .cases
	.long	7	# .count
	.long	test_test_linux_net.pcnet32	# .subject

# linux_ne2k_pci_suite
	.section .rodata
	.globl	linux_ne2k_pci_suite
	.type	linux_ne2k_pci_suite, @object
	.size	linux_ne2k_pci_suite, 16
	.balign	4
linux_ne2k_pci_suite:
	.long	test_test_linux_net.str.14	# .name
	.long	test_test_linux_net.cases	# .cases
	.long	7	# .count
	.long	test_test_linux_net.ne2k_pci	# .subject

# linux_rtl8139_suite
	.section .rodata
	.globl	linux_rtl8139_suite
	.type	linux_rtl8139_suite, @object
	.size	linux_rtl8139_suite, 16
	.balign	4
linux_rtl8139_suite:
	.long	test_test_linux_net.str.15	# .name
	.long	test_test_linux_net.cases	# .cases
	.long	7	# .count
	.long	test_test_linux_net.rtl8139	# .subject

	.section .rodata
test_test_linux_net.str.0:
	.asciz	"packets"
test_test_linux_net.str.1:
	.asciz	"devices"
test_test_linux_net.str.2:
	.asciz	"rings"
test_test_linux_net.str.3:
	.asciz	"arp"
test_test_linux_net.str.4:
	.asciz	"echo"
test_test_linux_net.str.5:
	.asciz	"ring_full"
test_test_linux_net.str.6:
	.asciz	"burst"
test_test_linux_net.str.7:
	.asciz	"bad_frames"
test_test_linux_net.str.8:
	.asciz	"open_close"
test_test_linux_net.str.9:
	.asciz	"pcnet32"
test_test_linux_net.str.10:
	.asciz	"ne2k_pci"
test_test_linux_net.str.11:
	.asciz	"rtl8139"
test_test_linux_net.str.12:
	.asciz	"linux_net"
test_test_linux_net.str.13:
	.asciz	"linux_pcnet32"
test_test_linux_net.str.14:
	.asciz	"linux_ne2k_pci"
test_test_linux_net.str.15:
	.asciz	"linux_rtl8139"
	.section .note.GNU-stack,"",@progbits
