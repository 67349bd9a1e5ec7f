# Entries and inline assembly of i386/i386at/cons.c.
	.text

	.p2align 4
	.globl asm.0148d47e1f
asm.0148d47e1f:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.1bff83645d
asm.1bff83645d:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.4176df8e36
asm.4176df8e36:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.59d317fd22
asm.59d317fd22:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.78e83b0e88
asm.78e83b0e88:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.8ba1ee4a96
asm.8ba1ee4a96:
	movl	%ecx, %edx
	inb %dx, %al
	movzbl	%al, %eax
	ret

	.p2align 4
	.globl asm.c5edde0dd7
asm.c5edde0dd7:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.fe09ff59b9
asm.fe09ff59b9:
	movl	%ecx, %eax
	outb %al, %dx
	ret
	.section .note.GNU-stack,"",@progbits
