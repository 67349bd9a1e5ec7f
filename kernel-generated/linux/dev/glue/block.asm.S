# Entries and inline assembly of linux/dev/glue/block.c.
	.text

	.p2align 4
	.globl asm.block_c.__wait_on_buffer
asm.block_c.__wait_on_buffer:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.block_c.__wait_on_buffer_2
asm.block_c.__wait_on_buffer_2:
	cli
	ret

	.p2align 4
	.globl asm.block_c.__wait_on_buffer_3
asm.block_c.__wait_on_buffer_3:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
