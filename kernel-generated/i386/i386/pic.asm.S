# Entries and inline assembly of i386/i386/pic.c.
	.text

	.p2align 4
	.globl intnull
intnull:
	movl	4(%esp), %ecx
	jmp	intnull.m

	.p2align 4
	.globl prtnull
prtnull:
	movl	4(%esp), %ecx
	jmp	prtnull.m

	.p2align 4
	.globl interrupt
interrupt:
	movl	4(%esp), %ecx
	jmp	interrupt.m

	.p2align 4
	.globl asm.03a19acbc2
asm.03a19acbc2:
	movl	%ecx, %eax
	outb %al, $32
	ret

	.p2align 4
	.globl asm.25296fe3eb
asm.25296fe3eb:
	movl	%ecx, %eax
	outb %al, $161
	ret

	.p2align 4
	.globl asm.61c1adb623
asm.61c1adb623:
	movl	%ecx, %eax
	outb %al, $33
	ret

	.p2align 4
	.globl asm.73f8370c86
asm.73f8370c86:
	movl	%ecx, %eax
	outb %al, $33
	ret

	.p2align 4
	.globl asm.80eb030778
asm.80eb030778:
	movl	%ecx, %eax
	outb %al, $161
	ret

	.p2align 4
	.globl asm.82fab56c92
asm.82fab56c92:
	movl	%ecx, %eax
	outb %al, $160
	ret

	.p2align 4
	.globl asm.99b98c7ac9
asm.99b98c7ac9:
	movl	%ecx, %eax
	outb %al, $161
	ret

	.p2align 4
	.globl asm.9ebbea0cdc
asm.9ebbea0cdc:
	movl	%ecx, %eax
	outb %al, $161
	ret

	.p2align 4
	.globl asm.a7f35fda14
asm.a7f35fda14:
	movl	%ecx, %eax
	outb %al, $33
	ret

	.p2align 4
	.globl asm.bc6dad66f0
asm.bc6dad66f0:
	movl	%ecx, %eax
	outb %al, $32
	ret

	.p2align 4
	.globl asm.c70da9ca81
asm.c70da9ca81:
	movl	%ecx, %eax
	outb %al, $33
	ret

	.p2align 4
	.globl asm.f8a9eb2bbc
asm.f8a9eb2bbc:
	movl	%ecx, %eax
	outb %al, $160
	ret
	.section .note.GNU-stack,"",@progbits
