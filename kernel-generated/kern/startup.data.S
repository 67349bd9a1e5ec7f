# Data of kern/startup.c. Written by port.

# static machine_info
	.bss
	.globl	kern_startup.machine_info
	.type	kern_startup.machine_info, @object
	.size	kern_startup.machine_info, 12
	.balign	4
kern_startup.machine_info:
	.zero	12
	.section .note.GNU-stack,"",@progbits
