# Data of test/test_linux_net.c.

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

# static cases
	.section .rodata
	.globl	test_test_linux_net.cases
	.type	test_test_linux_net.cases, @object
	.size	test_test_linux_net.cases, 64
	.balign	4
test_test_linux_net.cases:
	.long	test_test_linux_net.str.0	# [0].name
	.long	test_test_linux_net.rings_suit_dma	# [0].run
	.long	test_test_linux_net.str.1	# [1].name
	.long	test_test_linux_net.arp	# [1].run
	.long	test_test_linux_net.str.2	# [2].name
	.long	test_test_linux_net.echo	# [2].run
	.long	test_test_linux_net.str.3	# [3].name
	.long	test_test_linux_net.packets	# [3].run
	.long	test_test_linux_net.str.4	# [4].name
	.long	test_test_linux_net.ring_full	# [4].run
	.long	test_test_linux_net.str.5	# [5].name
	.long	test_test_linux_net.burst	# [5].run
	.long	test_test_linux_net.str.6	# [6].name
	.long	test_test_linux_net.bad_frames_are_refused	# [6].run
	.long	test_test_linux_net.str.7	# [7].name
	.long	test_test_linux_net.open_and_close	# [7].run

# linux_net_suite
	.section .rodata
	.globl	linux_net_suite
	.type	linux_net_suite, @object
	.size	linux_net_suite, 12
	.balign	4
linux_net_suite:
	.long	test_test_linux_net.str.8	# .name
	.long	test_test_linux_net.cases	# .cases
	.long	8	# .count

	.section .rodata
test_test_linux_net.str.0:
	.asciz	"rings"
test_test_linux_net.str.1:
	.asciz	"arp"
test_test_linux_net.str.2:
	.asciz	"echo"
test_test_linux_net.str.3:
	.asciz	"packets"
test_test_linux_net.str.4:
	.asciz	"ring_full"
test_test_linux_net.str.5:
	.asciz	"burst"
test_test_linux_net.str.6:
	.asciz	"bad_frames"
test_test_linux_net.str.7:
	.asciz	"open_close"
test_test_linux_net.str.8:
	.asciz	"linux_net"
	.section .note.GNU-stack,"",@progbits
