# Entries and inline assembly of test/test_linux_sound.c.
	.text

	.p2align 4
	.globl test_test_linux_sound.pause_over
test_test_linux_sound.pause_over:
	movl	4(%esp), %ecx
	jmp	test_test_linux_sound.pause_over.m

	.p2align 4
	.globl test_test_linux_sound.buffer_suits_dma
test_test_linux_sound.buffer_suits_dma:
	jmp	test_test_linux_sound.buffer_suits_dma.m

	.p2align 4
	.globl test_test_linux_sound.play_8_bits
test_test_linux_sound.play_8_bits:
	jmp	test_test_linux_sound.play_8_bits.m

	.p2align 4
	.globl test_test_linux_sound.play_16_bits
test_test_linux_sound.play_16_bits:
	jmp	test_test_linux_sound.play_16_bits.m

	.p2align 4
	.globl test_test_linux_sound.lines_of_channels
test_test_linux_sound.lines_of_channels:
	jmp	test_test_linux_sound.lines_of_channels.m

	.p2align 4
	.globl test_test_linux_sound.unreachable_memory
test_test_linux_sound.unreachable_memory:
	jmp	test_test_linux_sound.unreachable_memory.m
	.section .note.GNU-stack,"",@progbits
