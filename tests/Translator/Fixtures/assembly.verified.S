# Entries and inline assembly of assembly.c. Written by port.
	.text

	.p2align 4
	.globl asm.assembly_c.direction
asm.assembly_c.direction:
	movl	%ecx, %eax
	testl %eax, %eax
	js .Lasm.assembly_c.direction.jump0
	jz .Lasm.assembly_c.direction.jump1
	movl	$0, %eax
	ret
.Lasm.assembly_c.direction.jump0:
	movl	$1, %eax
	ret
.Lasm.assembly_c.direction.jump1:
	movl	$2, %eax
	ret

	.p2align 4
	.globl asm.assembly_c.is_bit_set_2
asm.assembly_c.is_bit_set_2:
	jecxz .Lasm.assembly_c.is_bit_set_2.jump0
	movl	$0, %eax
	ret
.Lasm.assembly_c.is_bit_set_2.jump0:
	movl	$1, %eax
	ret
	.section .note.GNU-stack,"",@progbits
