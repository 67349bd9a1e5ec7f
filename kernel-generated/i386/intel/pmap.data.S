# Data of i386/intel/pmap.c. Written by port.

# static kernel_pmap_store
	.bss
	.globl	i386_intel_pmap.kernel_pmap_store
	.type	i386_intel_pmap.kernel_pmap_store, @object
	.size	i386_intel_pmap.kernel_pmap_store, 20
	.balign	4
i386_intel_pmap.kernel_pmap_store:
	.zero	20

# kernel_pmap
	.comm	kernel_pmap, 4, 4

# kernel_virtual_start
	.comm	kernel_virtual_start, 4, 4

# kernel_virtual_end
	.comm	kernel_virtual_end, 4, 4

# static pv_head_table
	.bss
	.globl	i386_intel_pmap.pv_head_table
	.type	i386_intel_pmap.pv_head_table, @object
	.size	i386_intel_pmap.pv_head_table, 4
	.balign	4
i386_intel_pmap.pv_head_table:
	.zero	4

# static pmap_phys_attributes
	.bss
	.globl	i386_intel_pmap.pmap_phys_attributes
	.type	i386_intel_pmap.pmap_phys_attributes, @object
	.size	i386_intel_pmap.pmap_phys_attributes, 4
	.balign	4
i386_intel_pmap.pmap_phys_attributes:
	.zero	4

# static pmap_initialized
	.bss
	.globl	i386_intel_pmap.pmap_initialized
	.type	i386_intel_pmap.pmap_initialized, @object
	.size	i386_intel_pmap.pmap_initialized, 4
	.balign	4
i386_intel_pmap.pmap_initialized:
	.zero	4

# static pmap_zone
	.bss
	.globl	i386_intel_pmap.pmap_zone
	.type	i386_intel_pmap.pmap_zone, @object
	.size	i386_intel_pmap.pmap_zone, 4
	.balign	4
i386_intel_pmap.pmap_zone:
	.zero	4

# static pv_list_zone
	.bss
	.globl	i386_intel_pmap.pv_list_zone
	.type	i386_intel_pmap.pv_list_zone, @object
	.size	i386_intel_pmap.pv_list_zone, 4
	.balign	4
i386_intel_pmap.pv_list_zone:
	.zero	4

# inuse_ptepages_count
	.comm	inuse_ptepages_count, 4, 4

# static ptepages
	.data
	.globl	i386_intel_pmap.ptepages
	.type	i386_intel_pmap.ptepages, @object
	.size	i386_intel_pmap.ptepages, 8
	.balign	4
i386_intel_pmap.ptepages:
	.long	i386_intel_pmap.ptepages	# .next
	.long	i386_intel_pmap.ptepages	# .prev
	.section .note.GNU-stack,"",@progbits
