# Entries and inline assembly of linux/dev/glue/block.c.
	.text

	.p2align 4
	.globl asm.block_c.__wait_on_buffer
asm.block_c.__wait_on_buffer:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
