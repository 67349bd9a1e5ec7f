# Entries and inline assembly of linux/dev/kernel/printk.c.
	.text

	.p2align 4
	.globl asm.printk_c.printk
asm.printk_c.printk:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.printk_c.printk_2
asm.printk_c.printk_2:
	cli
	ret

	.p2align 4
	.globl asm.printk_c.printk_3
asm.printk_c.printk_3:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
