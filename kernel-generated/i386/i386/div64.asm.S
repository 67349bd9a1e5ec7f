# Entries and inline assembly of i386/i386/div64.c. Written by port.
	.text

	.p2align 4
	.globl asm.div64_c.divide_step
asm.div64_c.divide_step:
	movl	%ecx, %eax
	movl	8(%esp), %ecx
	divl %ecx
	movl	4(%esp), %ecx
	movl	%edx, (%ecx)
	ret	$8
	.section .note.GNU-stack,"",@progbits
