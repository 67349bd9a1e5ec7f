# Data of linux/dev/lib/string.c. Written by port.

# static rest in linux_strtok
	.bss
	.globl	linux_dev_lib_string.linux_strtok.rest
	.type	linux_dev_lib_string.linux_strtok.rest, @object
	.size	linux_dev_lib_string.linux_strtok.rest, 4
	.balign	4
linux_dev_lib_string.linux_strtok.rest:
	.zero	4
	.section .note.GNU-stack,"",@progbits
