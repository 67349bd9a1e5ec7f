# Data of i386/i386at/cons.c. Written by port.

# static vga_position
	.bss
	.globl	i386_i386at_cons.vga_position
	.type	i386_i386at_cons.vga_position, @object
	.size	i386_i386at_cons.vga_position, 4
	.balign	4
i386_i386at_cons.vga_position:
	.zero	4
	.section .note.GNU-stack,"",@progbits
