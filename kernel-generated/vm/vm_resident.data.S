# Data of vm/vm_resident.c. Written by port.

# static virtual_space_start
	.bss
	.globl	vm_vm_resident.virtual_space_start
	.type	vm_vm_resident.virtual_space_start, @object
	.size	vm_vm_resident.virtual_space_start, 4
	.balign	4
vm_vm_resident.virtual_space_start:
	.zero	4

# static virtual_space_end
	.bss
	.globl	vm_vm_resident.virtual_space_end
	.type	vm_vm_resident.virtual_space_end, @object
	.size	vm_vm_resident.virtual_space_end, 4
	.balign	4
vm_vm_resident.virtual_space_end:
	.zero	4

# vm_page_buckets
	.comm	vm_page_buckets, 4, 4

# vm_page_bucket_count
	.bss
	.globl	vm_page_bucket_count
	.type	vm_page_bucket_count, @object
	.size	vm_page_bucket_count, 4
	.balign	4
vm_page_bucket_count:
	.zero	4

# vm_page_hash_mask
	.comm	vm_page_hash_mask, 4, 4

# vm_page_template
	.comm	vm_page_template, 48, 4

# vm_page_queue_fictitious
	.comm	vm_page_queue_fictitious, 4, 4

# vm_page_free_wanted
	.comm	vm_page_free_wanted, 4, 4

# vm_page_free_count
	.comm	vm_page_free_count, 4, 4

# vm_page_fictitious_count
	.comm	vm_page_fictitious_count, 4, 4

# vm_page_external_count
	.comm	vm_page_external_count, 4, 4

# vm_page_free_count_minimum
	.comm	vm_page_free_count_minimum, 4, 4

# vm_page_fictitious_addr
	.data
	.globl	vm_page_fictitious_addr
	.type	vm_page_fictitious_addr, @object
	.size	vm_page_fictitious_addr, 4
	.balign	4
vm_page_fictitious_addr:
	.long	0xffffffff

# vm_page_queue_active
	.comm	vm_page_queue_active, 8, 4

# vm_page_queue_inactive
	.comm	vm_page_queue_inactive, 8, 4

# vm_page_active_count
	.comm	vm_page_active_count, 4, 4

# vm_page_inactive_count
	.comm	vm_page_inactive_count, 4, 4

# vm_page_wire_count
	.comm	vm_page_wire_count, 4, 4

# vm_page_laundry_count
	.comm	vm_page_laundry_count, 4, 4

# vm_page_free_target
	.bss
	.globl	vm_page_free_target
	.type	vm_page_free_target, @object
	.size	vm_page_free_target, 4
	.balign	4
vm_page_free_target:
	.zero	4

# vm_page_free_min
	.bss
	.globl	vm_page_free_min
	.type	vm_page_free_min, @object
	.size	vm_page_free_min, 4
	.balign	4
vm_page_free_min:
	.zero	4

# vm_page_inactive_target
	.bss
	.globl	vm_page_inactive_target
	.type	vm_page_inactive_target, @object
	.size	vm_page_inactive_target, 4
	.balign	4
vm_page_inactive_target:
	.zero	4

# vm_page_free_reserved
	.bss
	.globl	vm_page_free_reserved
	.type	vm_page_free_reserved, @object
	.size	vm_page_free_reserved, 4
	.balign	4
vm_page_free_reserved:
	.zero	4

# vm_page_external_limit
	.bss
	.globl	vm_page_external_limit
	.type	vm_page_external_limit, @object
	.size	vm_page_external_limit, 4
	.balign	4
vm_page_external_limit:
	.zero	4

# vm_page_deactivate_behind
	.data
	.globl	vm_page_deactivate_behind
	.type	vm_page_deactivate_behind, @object
	.size	vm_page_deactivate_behind, 4
	.balign	4
vm_page_deactivate_behind:
	.long	1

# vm_page_deactivate_hint
	.data
	.globl	vm_page_deactivate_hint
	.type	vm_page_deactivate_hint, @object
	.size	vm_page_deactivate_hint, 4
	.balign	4
vm_page_deactivate_hint:
	.long	1

# vm_page_big_pagenum
	.bss
	.globl	vm_page_big_pagenum
	.type	vm_page_big_pagenum, @object
	.size	vm_page_big_pagenum, 4
	.balign	4
vm_page_big_pagenum:
	.zero	4

# static vm_page_zone
	.bss
	.globl	vm_vm_resident.vm_page_zone
	.type	vm_vm_resident.vm_page_zone, @object
	.size	vm_vm_resident.vm_page_zone, 4
	.balign	4
vm_vm_resident.vm_page_zone:
	.zero	4

# static vm_page_fictitious_quantum
	.data
	.globl	vm_vm_resident.vm_page_fictitious_quantum
	.type	vm_vm_resident.vm_page_fictitious_quantum, @object
	.size	vm_vm_resident.vm_page_fictitious_quantum, 4
	.balign	4
vm_vm_resident.vm_page_fictitious_quantum:
	.long	5
	.section .note.GNU-stack,"",@progbits
