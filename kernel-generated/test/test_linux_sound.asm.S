# Entries and inline assembly of test/test_linux_sound.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_sound.pause_over
	.type test_test_linux_sound.pause_over, @function
test_test_linux_sound.pause_over:
	movl	4(%esp), %ecx
	jmp	test_test_linux_sound.pause_over.m
	.size test_test_linux_sound.pause_over, . - test_test_linux_sound.pause_over

	.p2align 4
	.globl test_test_linux_sound.buffer_suits_dma
	.type test_test_linux_sound.buffer_suits_dma, @function
test_test_linux_sound.buffer_suits_dma:
	jmp	test_test_linux_sound.buffer_suits_dma.m
	.size test_test_linux_sound.buffer_suits_dma, . - test_test_linux_sound.buffer_suits_dma

	.p2align 4
	.globl test_test_linux_sound.play_8_bits
	.type test_test_linux_sound.play_8_bits, @function
test_test_linux_sound.play_8_bits:
	jmp	test_test_linux_sound.play_8_bits.m
	.size test_test_linux_sound.play_8_bits, . - test_test_linux_sound.play_8_bits

	.p2align 4
	.globl test_test_linux_sound.play_16_bits
	.type test_test_linux_sound.play_16_bits, @function
test_test_linux_sound.play_16_bits:
	jmp	test_test_linux_sound.play_16_bits.m
	.size test_test_linux_sound.play_16_bits, . - test_test_linux_sound.play_16_bits

	.p2align 4
	.globl test_test_linux_sound.lines_of_channels
	.type test_test_linux_sound.lines_of_channels, @function
test_test_linux_sound.lines_of_channels:
	jmp	test_test_linux_sound.lines_of_channels.m
	.size test_test_linux_sound.lines_of_channels, . - test_test_linux_sound.lines_of_channels

	.p2align 4
	.globl test_test_linux_sound.unreachable_memory
	.type test_test_linux_sound.unreachable_memory, @function
test_test_linux_sound.unreachable_memory:
	jmp	test_test_linux_sound.unreachable_memory.m
	.size test_test_linux_sound.unreachable_memory, . - test_test_linux_sound.unreachable_memory
	.section .note.GNU-stack,"",@progbits
