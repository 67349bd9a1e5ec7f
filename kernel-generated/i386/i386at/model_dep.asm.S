# Entries and inline assembly of i386/i386at/model_dep.c.
	.text

	.p2align 4
	.globl c_boot_entry
c_boot_entry:
	movl	4(%esp), %ecx
	jmp	c_boot_entry.m

	.p2align 4
	.globl asm.03565815a6
asm.03565815a6:
	movl	%ecx, %eax
	movl %eax, %cr3
	ret

	.p2align 4
	.globl asm.03d645b437
asm.03d645b437:
	movl %cr0, %eax
	ret

	.p2align 4
	.globl asm.7c4a73cf6b
asm.7c4a73cf6b:
	movl	%ecx, %eax
	outb %al, $244
	ret

	.p2align 4
	.globl asm.9a4ae581f8
asm.9a4ae581f8:
	movl %cr3, %eax
	ret

	.p2align 4
	.globl asm.cf90555621
asm.cf90555621:
	movl	%ecx, %eax
	movl %eax, %cr0
	ret

	.p2align 4
	.globl asm.f245bac75b
asm.f245bac75b:
	cli; hlt
	ret
	.section .note.GNU-stack,"",@progbits
