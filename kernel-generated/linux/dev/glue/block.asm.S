# Entries and inline assembly of linux/dev/glue/block.c. Written by port.
	.text

	.p2align 4
	.globl block_read
	.type block_read, @function
block_read:
	pushl	12(%esp)
	pushl	20(%esp)
	movl	12(%esp), %ecx
	movl	16(%esp), %edx
	call	block_read.m
	ret
	.size block_read, . - block_read

	.p2align 4
	.globl block_write
	.type block_write, @function
block_write:
	pushl	12(%esp)
	pushl	20(%esp)
	movl	12(%esp), %ecx
	movl	16(%esp), %edx
	call	block_write.m
	ret
	.size block_write, . - block_write

	.p2align 4
	.globl block_fsync
	.type block_fsync, @function
block_fsync:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	block_fsync.m
	.size block_fsync, . - block_fsync

	.p2align 4
	.globl asm.block_c.__wait_on_buffer
asm.block_c.__wait_on_buffer:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
