# Entries and inline assembly of test/test_linux_dma.c.
	.text

	.p2align 4
	.globl test_test_linux_dma.needs_an_owner
test_test_linux_dma.needs_an_owner:
	jmp	test_test_linux_dma.needs_an_owner.m

	.p2align 4
	.globl test_test_linux_dma.programs_channel
test_test_linux_dma.programs_channel:
	jmp	test_test_linux_dma.programs_channel.m

	.p2align 4
	.globl test_test_linux_dma.knows_limits
test_test_linux_dma.knows_limits:
	jmp	test_test_linux_dma.knows_limits.m

	.p2align 4
	.globl test_test_linux_dma.above_16mb_is_refused
test_test_linux_dma.above_16mb_is_refused:
	jmp	test_test_linux_dma.above_16mb_is_refused.m

	.p2align 4
	.globl test_test_linux_dma.ordinary_buffer
test_test_linux_dma.ordinary_buffer:
	jmp	test_test_linux_dma.ordinary_buffer.m

	.p2align 4
	.globl test_test_linux_dma.above_16mb_is_silent
test_test_linux_dma.above_16mb_is_silent:
	jmp	test_test_linux_dma.above_16mb_is_silent.m

	.p2align 4
	.globl test_test_linux_dma.line_is_refused
test_test_linux_dma.line_is_refused:
	jmp	test_test_linux_dma.line_is_refused.m
	.section .note.GNU-stack,"",@progbits
