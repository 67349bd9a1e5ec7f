# Entries and inline assembly of test/test_linux_net.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_net.rings_suit_dma
	.type test_test_linux_net.rings_suit_dma, @function
test_test_linux_net.rings_suit_dma:
	jmp	test_test_linux_net.rings_suit_dma.m
	.size test_test_linux_net.rings_suit_dma, . - test_test_linux_net.rings_suit_dma

	.p2align 4
	.globl test_test_linux_net.arp
	.type test_test_linux_net.arp, @function
test_test_linux_net.arp:
	jmp	test_test_linux_net.arp.m
	.size test_test_linux_net.arp, . - test_test_linux_net.arp

	.p2align 4
	.globl test_test_linux_net.echo
	.type test_test_linux_net.echo, @function
test_test_linux_net.echo:
	jmp	test_test_linux_net.echo.m
	.size test_test_linux_net.echo, . - test_test_linux_net.echo

	.p2align 4
	.globl test_test_linux_net.packets
	.type test_test_linux_net.packets, @function
test_test_linux_net.packets:
	jmp	test_test_linux_net.packets.m
	.size test_test_linux_net.packets, . - test_test_linux_net.packets

	.p2align 4
	.globl test_test_linux_net.ring_full
	.type test_test_linux_net.ring_full, @function
test_test_linux_net.ring_full:
	jmp	test_test_linux_net.ring_full.m
	.size test_test_linux_net.ring_full, . - test_test_linux_net.ring_full

	.p2align 4
	.globl test_test_linux_net.burst
	.type test_test_linux_net.burst, @function
test_test_linux_net.burst:
	jmp	test_test_linux_net.burst.m
	.size test_test_linux_net.burst, . - test_test_linux_net.burst

	.p2align 4
	.globl test_test_linux_net.bad_frames_are_refused
	.type test_test_linux_net.bad_frames_are_refused, @function
test_test_linux_net.bad_frames_are_refused:
	jmp	test_test_linux_net.bad_frames_are_refused.m
	.size test_test_linux_net.bad_frames_are_refused, . - test_test_linux_net.bad_frames_are_refused

	.p2align 4
	.globl test_test_linux_net.open_and_close
	.type test_test_linux_net.open_and_close, @function
test_test_linux_net.open_and_close:
	jmp	test_test_linux_net.open_and_close.m
	.size test_test_linux_net.open_and_close, . - test_test_linux_net.open_and_close

	.p2align 4
	.globl test_test_linux_net.devices
	.type test_test_linux_net.devices, @function
test_test_linux_net.devices:
	jmp	test_test_linux_net.devices.m
	.size test_test_linux_net.devices, . - test_test_linux_net.devices

	.p2align 4
	.globl asm.test_linux_net_c.ring_full
asm.test_linux_net_c.ring_full:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
