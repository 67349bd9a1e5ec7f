# Data of kern/kalloc.c. Written by port.

# static kalloc_map
	.bss
	.globl	kern_kalloc.kalloc_map
	.type	kern_kalloc.kalloc_map, @object
	.size	kern_kalloc.kalloc_map, 4
	.balign	4
kern_kalloc.kalloc_map:
	.zero	4

# static kalloc_map_size
	.data
	.globl	kern_kalloc.kalloc_map_size
	.type	kern_kalloc.kalloc_map_size, @object
	.size	kern_kalloc.kalloc_map_size, 4
	.balign	4
kern_kalloc.kalloc_map_size:
	.long	0x800000

# static kalloc_max
	.bss
	.globl	kern_kalloc.kalloc_max
	.type	kern_kalloc.kalloc_max, @object
	.size	kern_kalloc.kalloc_max, 4
	.balign	4
kern_kalloc.kalloc_max:
	.zero	4

# static k_zone
	.bss
	.globl	kern_kalloc.k_zone
	.type	kern_kalloc.k_zone, @object
	.size	kern_kalloc.k_zone, 52
	.balign	4
kern_kalloc.k_zone:
	.zero	52

# static k_zone_name
	.data
	.globl	kern_kalloc.k_zone_name
	.type	kern_kalloc.k_zone_name, @object
	.size	kern_kalloc.k_zone_name, 52
	.balign	4
kern_kalloc.k_zone_name:
	.long	kern_kalloc.str.0	# [0]
	.long	kern_kalloc.str.1	# [1]
	.long	kern_kalloc.str.2	# [2]
	.long	kern_kalloc.str.3	# [3]
	.long	kern_kalloc.str.4	# [4]
	.long	kern_kalloc.str.5	# [5]
	.long	kern_kalloc.str.6	# [6]
	.long	kern_kalloc.str.7	# [7]
	.long	kern_kalloc.str.8	# [8]
	.long	kern_kalloc.str.9	# [9]
	.long	kern_kalloc.str.10	# [10]
	.long	kern_kalloc.str.11	# [11]
	.long	kern_kalloc.str.12	# [12]

	.section .rodata
kern_kalloc.str.0:
	.asciz	"kalloc.1"
kern_kalloc.str.1:
	.asciz	"kalloc.2"
kern_kalloc.str.2:
	.asciz	"kalloc.4"
kern_kalloc.str.3:
	.asciz	"kalloc.8"
kern_kalloc.str.4:
	.asciz	"kalloc.16"
kern_kalloc.str.5:
	.asciz	"kalloc.32"
kern_kalloc.str.6:
	.asciz	"kalloc.64"
kern_kalloc.str.7:
	.asciz	"kalloc.128"
kern_kalloc.str.8:
	.asciz	"kalloc.256"
kern_kalloc.str.9:
	.asciz	"kalloc.512"
kern_kalloc.str.10:
	.asciz	"kalloc.1024"
kern_kalloc.str.11:
	.asciz	"kalloc.2048"
kern_kalloc.str.12:
	.asciz	"kalloc.4096"
	.section .note.GNU-stack,"",@progbits
