# Data of vm/vm_kern.c. Written by port.

# static kernel_map_store
	.bss
	.globl	vm_vm_kern.kernel_map_store
	.type	vm_vm_kern.kernel_map_store, @object
	.size	vm_vm_kern.kernel_map_store, 64
	.balign	4
vm_vm_kern.kernel_map_store:
	.zero	64

# kernel_map
	.data
	.globl	kernel_map
	.type	kernel_map, @object
	.size	kernel_map, 4
	.balign	4
kernel_map:
	.long	vm_vm_kern.kernel_map_store
	.section .note.GNU-stack,"",@progbits
