# Entries and inline assembly of linux/dev/kernel/softirq.c.
	.text

	.p2align 4
	.globl asm.4f2b64e7e6
asm.4f2b64e7e6:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret

	.p2align 4
	.globl asm.771dc72333
asm.771dc72333:
	cli
	ret

	.p2align 4
	.globl asm.a447a1dfcf
asm.a447a1dfcf:
	sti
	ret

	.p2align 4
	.globl asm.f495aaab1f
asm.f495aaab1f:
	pushfl; popl %eax
	ret
	.section .note.GNU-stack,"",@progbits
