# Entries and inline assembly of i386/i386/trap.c. Written by port.
	.text

	.p2align 4
	.globl kernel_trap
	.type kernel_trap, @function
kernel_trap:
	movl	4(%esp), %ecx
	jmp	kernel_trap.m
	.size kernel_trap, . - kernel_trap
	.section .note.GNU-stack,"",@progbits
