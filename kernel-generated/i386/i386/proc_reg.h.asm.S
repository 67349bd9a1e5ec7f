# Entries and inline assembly of i386/i386/proc_reg.h.
	.text

	.p2align 4
	.globl asm.500b7683a9
asm.500b7683a9:
	movl	%ecx, %eax
	lgdt (%eax)
	ret

	.p2align 4
	.globl asm.705090319d
asm.705090319d:
	movl	%ecx, %eax
	invlpg (%eax)
	ret

	.p2align 4
	.globl asm.74a10b5b1e
asm.74a10b5b1e:
	movl	%ecx, %eax
	ltr %ax
	ret

	.p2align 4
	.globl asm.77f9afd4d8
asm.77f9afd4d8:
	sti; hlt
	ret

	.p2align 4
	.globl asm.800a7ccc1a
asm.800a7ccc1a:
	movl	%ecx, %eax
	lidt (%eax)
	ret

	.p2align 4
	.globl asm.a67455690f
asm.a67455690f:
	sti
	ret

	.p2align 4
	.globl asm.cd3f61905f
asm.cd3f61905f:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret

	.p2align 4
	.globl asm.d32f61deb0
asm.d32f61deb0:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.e3ee2f2af5
asm.e3ee2f2af5:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
