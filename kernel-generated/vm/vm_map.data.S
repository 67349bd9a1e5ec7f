# Data of vm/vm_map.c. Written by port.

# static vm_map_zone
	.bss
	.globl	vm_vm_map.vm_map_zone
	.type	vm_vm_map.vm_map_zone, @object
	.size	vm_vm_map.vm_map_zone, 4
	.balign	4
vm_vm_map.vm_map_zone:
	.zero	4

# static vm_map_entry_zone
	.bss
	.globl	vm_vm_map.vm_map_entry_zone
	.type	vm_vm_map.vm_map_entry_zone, @object
	.size	vm_vm_map.vm_map_entry_zone, 4
	.balign	4
vm_vm_map.vm_map_entry_zone:
	.zero	4

# static vm_map_kentry_zone
	.bss
	.globl	vm_vm_map.vm_map_kentry_zone
	.type	vm_vm_map.vm_map_kentry_zone, @object
	.size	vm_vm_map.vm_map_kentry_zone, 4
	.balign	4
vm_vm_map.vm_map_kentry_zone:
	.zero	4

# kentry_data
	.comm	kentry_data, 4, 4

# kentry_data_size
	.comm	kentry_data_size, 4, 4

# kentry_count
	.data
	.globl	kentry_count
	.type	kentry_count, @object
	.size	kentry_count, 4
	.balign	4
kentry_count:
	.long	0x100
	.section .note.GNU-stack,"",@progbits
