# Entries and inline assembly of linux/dev/kernel/dma.c.
	.text

	.p2align 4
	.globl asm.8ac7fedacd
asm.8ac7fedacd:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret

	.p2align 4
	.globl asm.949a011545
asm.949a011545:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.f70a65ea23
asm.f70a65ea23:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
