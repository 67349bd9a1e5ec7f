# Entries and inline assembly of linux/dev/include/asm/io.h. Written by port.
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
	.globl asm.io_h.insb
asm.io_h.insb:
	pushl	%edi
	movl	%edx, %edi
	movl	%ecx, %edx
	movl	8(%esp), %ecx
	movl	(%ecx), %ecx
	cld; rep; insb
	movl	8(%esp), %edx
	movl	%ecx, (%edx)
	movl	%edi, %eax
	popl	%edi
	ret	$4

	.p2align 4
	.globl asm.io_h.insl
asm.io_h.insl:
	pushl	%edi
	movl	%edx, %edi
	movl	%ecx, %edx
	movl	8(%esp), %ecx
	movl	(%ecx), %ecx
	cld; rep; insl
	movl	8(%esp), %edx
	movl	%ecx, (%edx)
	movl	%edi, %eax
	popl	%edi
	ret	$4

	.p2align 4
	.globl asm.io_h.insw
asm.io_h.insw:
	pushl	%edi
	movl	%edx, %edi
	movl	%ecx, %edx
	movl	8(%esp), %ecx
	movl	(%ecx), %ecx
	cld; rep; insw
	movl	8(%esp), %edx
	movl	%ecx, (%edx)
	movl	%edi, %eax
	popl	%edi
	ret	$4

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
	.globl asm.io_h.outsb
asm.io_h.outsb:
	pushl	%esi
	movl	%edx, %esi
	movl	%ecx, %edx
	movl	8(%esp), %ecx
	movl	(%ecx), %ecx
	cld; rep; outsb
	movl	8(%esp), %edx
	movl	%ecx, (%edx)
	movl	%esi, %eax
	popl	%esi
	ret	$4

	.p2align 4
	.globl asm.io_h.outsl
asm.io_h.outsl:
	pushl	%esi
	movl	%edx, %esi
	movl	%ecx, %edx
	movl	8(%esp), %ecx
	movl	(%ecx), %ecx
	cld; rep; outsl
	movl	8(%esp), %edx
	movl	%ecx, (%edx)
	movl	%esi, %eax
	popl	%esi
	ret	$4

	.p2align 4
	.globl asm.io_h.outsw
asm.io_h.outsw:
	pushl	%esi
	movl	%edx, %esi
	movl	%ecx, %edx
	movl	8(%esp), %ecx
	movl	(%ecx), %ecx
	cld; rep; outsw
	movl	8(%esp), %edx
	movl	%ecx, (%edx)
	movl	%esi, %eax
	popl	%esi
	ret	$4

	.p2align 4
	.globl asm.io_h.outw
asm.io_h.outw:
	movl	%ecx, %eax
	outw %ax, %dx
	ret
	.section .note.GNU-stack,"",@progbits
