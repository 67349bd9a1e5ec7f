# Entries and inline assembly of test/test_linux_dma.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_dma.needs_an_owner
	.type test_test_linux_dma.needs_an_owner, @function
test_test_linux_dma.needs_an_owner:
	jmp	test_test_linux_dma.needs_an_owner.m
	.size test_test_linux_dma.needs_an_owner, . - test_test_linux_dma.needs_an_owner

	.p2align 4
	.globl test_test_linux_dma.programs_channel
	.type test_test_linux_dma.programs_channel, @function
test_test_linux_dma.programs_channel:
	jmp	test_test_linux_dma.programs_channel.m
	.size test_test_linux_dma.programs_channel, . - test_test_linux_dma.programs_channel

	.p2align 4
	.globl test_test_linux_dma.knows_limits
	.type test_test_linux_dma.knows_limits, @function
test_test_linux_dma.knows_limits:
	jmp	test_test_linux_dma.knows_limits.m
	.size test_test_linux_dma.knows_limits, . - test_test_linux_dma.knows_limits

	.p2align 4
	.globl test_test_linux_dma.above_16mb_is_refused
	.type test_test_linux_dma.above_16mb_is_refused, @function
test_test_linux_dma.above_16mb_is_refused:
	jmp	test_test_linux_dma.above_16mb_is_refused.m
	.size test_test_linux_dma.above_16mb_is_refused, . - test_test_linux_dma.above_16mb_is_refused

	.p2align 4
	.globl test_test_linux_dma.ordinary_buffer
	.type test_test_linux_dma.ordinary_buffer, @function
test_test_linux_dma.ordinary_buffer:
	jmp	test_test_linux_dma.ordinary_buffer.m
	.size test_test_linux_dma.ordinary_buffer, . - test_test_linux_dma.ordinary_buffer

	.p2align 4
	.globl test_test_linux_dma.above_16mb_is_silent
	.type test_test_linux_dma.above_16mb_is_silent, @function
test_test_linux_dma.above_16mb_is_silent:
	jmp	test_test_linux_dma.above_16mb_is_silent.m
	.size test_test_linux_dma.above_16mb_is_silent, . - test_test_linux_dma.above_16mb_is_silent

	.p2align 4
	.globl test_test_linux_dma.line_is_refused
	.type test_test_linux_dma.line_is_refused, @function
test_test_linux_dma.line_is_refused:
	jmp	test_test_linux_dma.line_is_refused.m
	.size test_test_linux_dma.line_is_refused, . - test_test_linux_dma.line_is_refused
	.section .note.GNU-stack,"",@progbits
