# Entries and inline assembly of linux/dev/include/asm/bitops.h.
	.text

	.p2align 4
	.globl asm.61a5b37a31
asm.61a5b37a31:
	btsl %ecx, (%edx); sbbl %eax, %eax
	ret

	.p2align 4
	.globl asm.9df53bbb13
asm.9df53bbb13:
	btrl %ecx, (%edx); sbbl %eax, %eax
	ret

	.p2align 4
	.globl asm.c124bf36e0
asm.c124bf36e0:
	btcl %ecx, (%edx); sbbl %eax, %eax
	ret

	.p2align 4
	.globl asm.e0da46f98a
asm.e0da46f98a:
	movl	%ecx, %edx
	bsfl %edx, %eax
	ret
	.section .note.GNU-stack,"",@progbits
