# Entries and inline assembly of linux/dev/kernel/printk.c.
	.text

	.p2align 4
	.globl asm.27072ad048
asm.27072ad048:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret

	.p2align 4
	.globl asm.9a9fa37b4a
asm.9a9fa37b4a:
	cli
	ret

	.p2align 4
	.globl asm.ab272cdf8c
asm.ab272cdf8c:
	pushfl; popl %eax
	ret
	.section .note.GNU-stack,"",@progbits
