# Data of vm/vm_object.c. Written by port.

# static vm_object_zone
	.bss
	.globl	vm_vm_object.vm_object_zone
	.type	vm_vm_object.vm_object_zone, @object
	.size	vm_vm_object.vm_object_zone, 4
	.balign	4
vm_vm_object.vm_object_zone:
	.zero	4

# kernel_object_store
	.comm	kernel_object_store, 44, 4

# kernel_object
	.data
	.globl	kernel_object
	.type	kernel_object, @object
	.size	kernel_object, 4
	.balign	4
kernel_object:
	.long	kernel_object_store

# static vm_object_template
	.bss
	.globl	vm_vm_object.vm_object_template
	.type	vm_vm_object.vm_object_template, @object
	.size	vm_vm_object.vm_object_template, 44
	.balign	4
vm_vm_object.vm_object_template:
	.zero	44
	.section .note.GNU-stack,"",@progbits
