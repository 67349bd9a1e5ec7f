# Entries and inline assembly of linux/dev/include/asm/io.h.
	.text

	.p2align 4
	.globl asm.114b24c9a6
asm.114b24c9a6:
	movl	%ecx, %edx
	inl %dx, %eax
	ret

	.p2align 4
	.globl asm.1a8e8a17a1
asm.1a8e8a17a1:
	movl	%ecx, %edx
	inb %dx, %al
	movzbl	%al, %eax
	ret

	.p2align 4
	.globl asm.2be356befb
asm.2be356befb:
	movl	%ecx, %eax
	outl %eax, %dx
	ret

	.p2align 4
	.globl asm.56843dde81
asm.56843dde81:
	movl	%ecx, %eax
	outb %al, %dx
	ret
	.section .note.GNU-stack,"",@progbits
