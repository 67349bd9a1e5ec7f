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

# static request in echo
	.bss
	.globl	test_test_linux_net.echo.request
	.type	test_test_linux_net.echo.request, @object
	.size	test_test_linux_net.echo.request, 1442
	.balign	1
test_test_linux_net.echo.request:
	.zero	1442

# static answer in echo
	.bss
	.globl	test_test_linux_net.echo.answer
	.type	test_test_linux_net.echo.answer, @object
	.size	test_test_linux_net.echo.answer, 1442
	.balign	1
test_test_linux_net.echo.answer:
	.zero	1442

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
	.size	test_test_linux_net.cases, 48
	.balign	4
test_test_linux_net.cases:
	.long	test_test_linux_net.str.0	# [0].name
	.long	test_test_linux_net.rings_suit_dma	# [0].run
	.long	test_test_linux_net.str.1	# [1].name
	.long	test_test_linux_net.arp	# [1].run
	.long	test_test_linux_net.str.2	# [2].name
	.long	test_test_linux_net.echo	# [2].run
	.long	test_test_linux_net.str.3	# [3].name
	.long	test_test_linux_net.burst	# [3].run
	.long	test_test_linux_net.str.4	# [4].name
	.long	test_test_linux_net.bad_frames_are_refused	# [4].run
	.long	test_test_linux_net.str.5	# [5].name
	.long	test_test_linux_net.open_and_close	# [5].run

# linux_net_suite
	.section .rodata
	.globl	linux_net_suite
	.type	linux_net_suite, @object
	.size	linux_net_suite, 12
	.balign	4
linux_net_suite:
	.long	test_test_linux_net.str.6	# .name
	.long	test_test_linux_net.cases	# .cases
	.long	6	# .count

	.section .rodata
test_test_linux_net.str.0:
	.asciz	"rings"
test_test_linux_net.str.1:
	.asciz	"arp"
test_test_linux_net.str.2:
	.asciz	"echo"
test_test_linux_net.str.3:
	.asciz	"burst"
test_test_linux_net.str.4:
	.asciz	"bad_frames"
test_test_linux_net.str.5:
	.asciz	"open_close"
test_test_linux_net.str.6:
	.asciz	"linux_net"
	.section .note.GNU-stack,"",@progbits
