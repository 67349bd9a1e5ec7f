# Entries and inline assembly of linux/dev/drivers/block/ll_rw_blk.c.
	.text

	.p2align 4
	.globl asm.37dbd0dbee
asm.37dbd0dbee:
	cli
	ret

	.p2align 4
	.globl asm.ce1e7db6f6
asm.ce1e7db6f6:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.e3362a7b5e
asm.e3362a7b5e:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
