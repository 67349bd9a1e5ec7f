# Entries and inline assembly of linux/dev/kernel/dma.c. Written by port.
	.text

	.p2align 4
	.globl asm.dma_c.request_dma
asm.dma_c.request_dma:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
