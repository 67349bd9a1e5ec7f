# Entries and inline assembly of i386/i386at/cons.c. Written by port.
	.text

	.p2align 4
	.globl asm.cons_c.com_init
asm.cons_c.com_init:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.cons_c.com_init_2
asm.cons_c.com_init_2:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.cons_c.com_init_3
asm.cons_c.com_init_3:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.cons_c.com_init_4
asm.cons_c.com_init_4:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.cons_c.com_init_5
asm.cons_c.com_init_5:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.cons_c.com_init_6
asm.cons_c.com_init_6:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.cons_c.com_putc
asm.cons_c.com_putc:
	movl	%ecx, %edx
	inb %dx, %al
	movzbl	%al, %eax
	ret

	.p2align 4
	.globl asm.cons_c.com_putc_2
asm.cons_c.com_putc_2:
	movl	%ecx, %eax
	outb %al, %dx
	ret
	.section .note.GNU-stack,"",@progbits
