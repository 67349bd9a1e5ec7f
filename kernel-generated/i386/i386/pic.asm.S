# Entries and inline assembly of i386/i386/pic.c. Written by port.
	.text

	.p2align 4
	.globl intnull
	.type intnull, @function
intnull:
	movl	4(%esp), %ecx
	jmp	intnull.m
	.size intnull, . - intnull

	.p2align 4
	.globl prtnull
	.type prtnull, @function
prtnull:
	movl	4(%esp), %ecx
	jmp	prtnull.m
	.size prtnull, . - prtnull

	.p2align 4
	.globl interrupt
	.type interrupt, @function
interrupt:
	movl	4(%esp), %ecx
	jmp	interrupt.m
	.size interrupt, . - interrupt

	.p2align 4
	.globl asm.pic_c.end_of_interrupt
asm.pic_c.end_of_interrupt:
	movl	%ecx, %eax
	outb %al, $160
	ret

	.p2align 4
	.globl asm.pic_c.is_spurious
asm.pic_c.is_spurious:
	movl	%ecx, %eax
	outb %al, %dx
	ret

	.p2align 4
	.globl asm.pic_c.is_spurious_2
asm.pic_c.is_spurious_2:
	movl	%ecx, %edx
	inb %dx, %al
	movzbl	%al, %eax
	ret

	.p2align 4
	.globl asm.pic_c.is_spurious_3
asm.pic_c.is_spurious_3:
	movl	%ecx, %eax
	outb %al, $32
	ret

	.p2align 4
	.globl asm.pic_c.picinit
asm.pic_c.picinit:
	movl	%ecx, %eax
	outb %al, $32
	ret

	.p2align 4
	.globl asm.pic_c.picinit_2
asm.pic_c.picinit_2:
	movl	%ecx, %eax
	outb %al, $33
	ret

	.p2align 4
	.globl asm.pic_c.picinit_3
asm.pic_c.picinit_3:
	movl	%ecx, %eax
	outb %al, $33
	ret

	.p2align 4
	.globl asm.pic_c.picinit_4
asm.pic_c.picinit_4:
	movl	%ecx, %eax
	outb %al, $33
	ret

	.p2align 4
	.globl asm.pic_c.picinit_5
asm.pic_c.picinit_5:
	movl	%ecx, %eax
	outb %al, $160
	ret

	.p2align 4
	.globl asm.pic_c.picinit_6
asm.pic_c.picinit_6:
	movl	%ecx, %eax
	outb %al, $161
	ret

	.p2align 4
	.globl asm.pic_c.picinit_7
asm.pic_c.picinit_7:
	movl	%ecx, %eax
	outb %al, $161
	ret

	.p2align 4
	.globl asm.pic_c.picinit_8
asm.pic_c.picinit_8:
	movl	%ecx, %eax
	outb %al, $161
	ret

	.p2align 4
	.globl asm.pic_c.set_pic_mask
asm.pic_c.set_pic_mask:
	movl	%ecx, %eax
	outb %al, $33
	ret

	.p2align 4
	.globl asm.pic_c.set_pic_mask_2
asm.pic_c.set_pic_mask_2:
	movl	%ecx, %eax
	outb %al, $161
	ret
	.section .note.GNU-stack,"",@progbits
