# Entries and inline assembly of linux/dev/kernel/dma.c.
	.text

	.p2align 4
	.globl asm.dma_c.request_dma
asm.dma_c.request_dma:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.dma_c.request_dma_2
asm.dma_c.request_dma_2:
	cli
	ret

	.p2align 4
	.globl asm.dma_c.request_dma_3
asm.dma_c.request_dma_3:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
