# Data of linux/dev/init/main.c. Written by port.

# high_memory
	.comm	high_memory, 4, 4

# drive_info
	.comm	drive_info, 32, 1
	.section .note.GNU-stack,"",@progbits
