# Entries and inline assembly of linux/dev/include/asm/io.h.
	.text

	.p2align 4
	.globl asm.io_h.inb
asm.io_h.inb:
	movl	%ecx, %edx
	inb %dx, %al
	movzbl	%al, %eax
	ret

	.p2align 4
	.globl asm.io_h.inl
asm.io_h.inl:
	movl	%ecx, %edx
	inl %dx, %eax
	ret

	.p2align 4
	.globl asm.io_h.inw
asm.io_h.inw:
	movl	%ecx, %edx
	inw %dx, %ax
	movzwl	%ax, %eax
	ret

	.p2align 4
	.globl asm.io_h.outb
asm.io_h.outb:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.io_h.outl
asm.io_h.outl:
	movl	%ecx, %eax
	outl %eax, %dx
	ret

	.p2align 4
	.globl asm.io_h.outw
asm.io_h.outw:
	movl	%ecx, %eax
	outw %ax, %dx
	ret
	.section .note.GNU-stack,"",@progbits
