# Data of kern/zalloc.c. Written by port.

# static zone_zone_store
	.bss
	.globl	kern_zalloc.zone_zone_store
	.type	kern_zalloc.zone_zone_store, @object
	.size	kern_zalloc.zone_zone_store, 36
	.balign	4
kern_zalloc.zone_zone_store:
	.zero	36

# static zone_zone
	.data
	.globl	kern_zalloc.zone_zone
	.type	kern_zalloc.zone_zone, @object
	.size	kern_zalloc.zone_zone, 4
	.balign	4
kern_zalloc.zone_zone:
	.long	kern_zalloc.zone_zone_store

# static first_zone
	.bss
	.globl	kern_zalloc.first_zone
	.type	kern_zalloc.first_zone, @object
	.size	kern_zalloc.first_zone, 4
	.balign	4
kern_zalloc.first_zone:
	.zero	4

# static last_zone
	.data
	.globl	kern_zalloc.last_zone
	.type	kern_zalloc.last_zone, @object
	.size	kern_zalloc.last_zone, 4
	.balign	4
kern_zalloc.last_zone:
	.long	kern_zalloc.first_zone

# static num_zones
	.bss
	.globl	kern_zalloc.num_zones
	.type	kern_zalloc.num_zones, @object
	.size	kern_zalloc.num_zones, 4
	.balign	4
kern_zalloc.num_zones:
	.zero	4

# zdata
	.comm	zdata, 4, 4

# zdata_size
	.data
	.globl	zdata_size
	.type	zdata_size, @object
	.size	zdata_size, 4
	.balign	4
zdata_size:
	.long	0x69000

# static zone_map
	.bss
	.globl	kern_zalloc.zone_map
	.type	kern_zalloc.zone_map, @object
	.size	kern_zalloc.zone_map, 4
	.balign	4
kern_zalloc.zone_map:
	.zero	4

# static zone_map_size
	.data
	.globl	kern_zalloc.zone_map_size
	.type	kern_zalloc.zone_map_size, @object
	.size	kern_zalloc.zone_map_size, 4
	.balign	4
kern_zalloc.zone_map_size:
	.long	0xc00000

# static zone_min_address
	.bss
	.globl	kern_zalloc.zone_min_address
	.type	kern_zalloc.zone_min_address, @object
	.size	kern_zalloc.zone_min_address, 4
	.balign	4
kern_zalloc.zone_min_address:
	.zero	4

# static zone_max_address
	.bss
	.globl	kern_zalloc.zone_max_address
	.type	kern_zalloc.zone_max_address, @object
	.size	kern_zalloc.zone_max_address, 4
	.balign	4
kern_zalloc.zone_max_address:
	.zero	4

# static zone_page_table
	.bss
	.globl	kern_zalloc.zone_page_table
	.type	kern_zalloc.zone_page_table, @object
	.size	kern_zalloc.zone_page_table, 4
	.balign	4
kern_zalloc.zone_page_table:
	.zero	4

# static zone_gc_max_rate
	.data
	.globl	kern_zalloc.zone_gc_max_rate
	.type	kern_zalloc.zone_gc_max_rate, @object
	.size	kern_zalloc.zone_gc_max_rate, 4
	.balign	4
kern_zalloc.zone_gc_max_rate:
	.long	5

# static zone_gc_last_tick
	.bss
	.globl	kern_zalloc.zone_gc_last_tick
	.type	kern_zalloc.zone_gc_last_tick, @object
	.size	kern_zalloc.zone_gc_last_tick, 4
	.balign	4
kern_zalloc.zone_gc_last_tick:
	.zero	4
	.section .note.GNU-stack,"",@progbits
