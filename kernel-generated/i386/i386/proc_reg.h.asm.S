# Entries and inline assembly of i386/i386/proc_reg.h. Written by port.
	.text

	.p2align 4
	.globl asm.proc_reg_h.cli
asm.proc_reg_h.cli:
	cli
	ret

	.p2align 4
	.globl asm.proc_reg_h.get_cr0
asm.proc_reg_h.get_cr0:
	movl %cr0, %eax
	ret

	.p2align 4
	.globl asm.proc_reg_h.get_cr3
asm.proc_reg_h.get_cr3:
	movl %cr3, %eax
	ret

	.p2align 4
	.globl asm.proc_reg_h.get_eflags
asm.proc_reg_h.get_eflags:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.proc_reg_h.invlpg
asm.proc_reg_h.invlpg:
	movl	%ecx, %eax
	invlpg (%eax)
	ret

	.p2align 4
	.globl asm.proc_reg_h.lgdt
asm.proc_reg_h.lgdt:
	movl	%ecx, %eax
	lgdt (%eax)
	ret

	.p2align 4
	.globl asm.proc_reg_h.lidt
asm.proc_reg_h.lidt:
	movl	%ecx, %eax
	lidt (%eax)
	ret

	.p2align 4
	.globl asm.proc_reg_h.ltr
asm.proc_reg_h.ltr:
	movl	%ecx, %eax
	ltr %ax
	ret

	.p2align 4
	.globl asm.proc_reg_h.set_cr0
asm.proc_reg_h.set_cr0:
	movl	%ecx, %eax
	movl %eax, %cr0
	ret

	.p2align 4
	.globl asm.proc_reg_h.set_cr3
asm.proc_reg_h.set_cr3:
	movl	%ecx, %eax
	movl %eax, %cr3
	ret

	.p2align 4
	.globl asm.proc_reg_h.set_eflags
asm.proc_reg_h.set_eflags:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret

	.p2align 4
	.globl asm.proc_reg_h.sti
asm.proc_reg_h.sti:
	sti
	ret

	.p2align 4
	.globl asm.proc_reg_h.sti_hlt
asm.proc_reg_h.sti_hlt:
	sti; hlt
	ret
	.section .note.GNU-stack,"",@progbits
