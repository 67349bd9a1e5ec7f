# Entries and inline assembly of linux/src/drivers/pci/pci.c.
	.text

	.p2align 4
	.globl asm.8c4961ce0c
asm.8c4961ce0c:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret

	.p2align 4
	.globl asm.e51a10584d
asm.e51a10584d:
	cli
	ret

	.p2align 4
	.globl asm.fd1a334480
asm.fd1a334480:
	pushfl; popl %eax
	ret
	.section .note.GNU-stack,"",@progbits
