# Entries and inline assembly of assembly.c.
	.text

	.p2align 4
	.globl asm.assembly_c.flags
asm.assembly_c.flags:
	pushfl
	popl %eax
	ret

	.p2align 4
	.globl asm.assembly_c.inb
asm.assembly_c.inb:
	movl	%ecx, %edx
	inb %dx, %al
	movzbl	%al, %eax
	ret

	.p2align 4
	.globl asm.assembly_c.outb
asm.assembly_c.outb:
	movl	%ecx, %eax
	outb %al, %dx
	ret
	.section .note.GNU-stack,"",@progbits
