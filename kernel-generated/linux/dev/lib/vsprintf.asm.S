# Entries and inline assembly of linux/dev/lib/vsprintf.c. Written by port.
	.text

	.p2align 4
	.globl asm.vsprintf_c.digits
asm.vsprintf_c.digits:
	movl	%edx, %eax
	movl	4(%esp), %edx
	movl	(%edx), %edx
	divl %ecx
	movl	4(%esp), %ecx
	movl	%edx, (%ecx)
	ret	$4
	.section .note.GNU-stack,"",@progbits
