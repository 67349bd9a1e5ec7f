# Data of i386/i386at/model_dep.c. Written by port.

# phys_first_addr
	.bss
	.globl	phys_first_addr
	.type	phys_first_addr, @object
	.size	phys_first_addr, 4
	.balign	4
phys_first_addr:
	.zero	4

# phys_last_addr
	.comm	phys_last_addr, 4, 4

# use_all_mem
	.data
	.globl	use_all_mem
	.type	use_all_mem, @object
	.size	use_all_mem, 4
	.balign	4
use_all_mem:
	.long	1

# static boot_info
	.bss
	.globl	i386_i386at_model_dep.boot_info
	.type	i386_i386at_model_dep.boot_info, @object
	.size	i386_i386at_model_dep.boot_info, 52
	.balign	4
i386_i386at_model_dep.boot_info:
	.zero	52

# static avail_next
	.data
	.globl	i386_i386at_model_dep.avail_next
	.type	i386_i386at_model_dep.avail_next, @object
	.size	i386_i386at_model_dep.avail_next, 4
	.balign	4
i386_i386at_model_dep.avail_next:
	.long	0x1000

# static avail_remaining
	.bss
	.globl	i386_i386at_model_dep.avail_remaining
	.type	i386_i386at_model_dep.avail_remaining, @object
	.size	i386_i386at_model_dep.avail_remaining, 4
	.balign	4
i386_i386at_model_dep.avail_remaining:
	.zero	4

# static avail_wrapped
	.bss
	.globl	i386_i386at_model_dep.avail_wrapped
	.type	i386_i386at_model_dep.avail_wrapped, @object
	.size	i386_i386at_model_dep.avail_wrapped, 4
	.balign	4
i386_i386at_model_dep.avail_wrapped:
	.zero	4
	.section .note.GNU-stack,"",@progbits
