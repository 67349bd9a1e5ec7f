# Entries and inline assembly of linux/dev/kernel/printk.c. Written by port.
	.text

	.p2align 4
	.globl asm.printk_c.printk
asm.printk_c.printk:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
