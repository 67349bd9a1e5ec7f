# Entries and inline assembly of i386/i386/div64.c.
	.text

	.p2align 4
	.globl asm.ded789ff3a
asm.ded789ff3a:
	movl	%ecx, %eax
	movl	8(%esp), %ecx
	divl %ecx
	movl	4(%esp), %ecx
	movl	%edx, (%ecx)
	ret	$8
	.section .note.GNU-stack,"",@progbits
