# Entries and inline assembly of linux/dev/glue/block.c.
	.text

	.p2align 4
	.globl asm.df4beda183
asm.df4beda183:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.f1ac7c14a6
asm.f1ac7c14a6:
	cli
	ret

	.p2align 4
	.globl asm.f54097e36a
asm.f54097e36a:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
