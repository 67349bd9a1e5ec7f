# Data of test/test_vm_map.c. Written by port.

# static addr in random_blocks
	.bss
	.globl	test_test_vm_map.random_blocks.addr
	.type	test_test_vm_map.random_blocks.addr, @object
	.size	test_test_vm_map.random_blocks.addr, 96
	.balign	4
test_test_vm_map.random_blocks.addr:
	.zero	96

# static size in random_blocks
	.bss
	.globl	test_test_vm_map.random_blocks.size
	.type	test_test_vm_map.random_blocks.size, @object
	.size	test_test_vm_map.random_blocks.size, 96
	.balign	4
test_test_vm_map.random_blocks.size:
	.zero	96

# static cases
	.section .rodata
	.globl	test_test_vm_map.cases
	.type	test_test_vm_map.cases, @object
	.size	test_test_vm_map.cases, 96
	.balign	4
test_test_vm_map.cases:
	.long	test_test_vm_map.str.0	# [0].name
	.long	test_test_vm_map.alloc_wired	# [0].run
	.long	test_test_vm_map.str.1	# [1].name
	.long	test_test_vm_map.alloc_zeroed	# [1].run
	.long	test_test_vm_map.str.2	# [2].name
	.long	test_test_vm_map.alloc_aligned	# [2].run
	.long	test_test_vm_map.str.3	# [3].name
	.long	test_test_vm_map.alloc_nothing	# [3].run
	.long	test_test_vm_map.str.4	# [4].name
	.long	test_test_vm_map.demand_zero	# [4].run
	.long	test_test_vm_map.str.5	# [5].name
	.long	test_test_vm_map.fault_results	# [5].run
	.long	test_test_vm_map.str.6	# [6].name
	.long	test_test_vm_map.free_a_hole	# [6].run
	.long	test_test_vm_map.str.7	# [7].name
	.long	test_test_vm_map.protection	# [7].run
	.long	test_test_vm_map.str.8	# [8].name
	.long	test_test_vm_map.wiring_nests	# [8].run
	.long	test_test_vm_map.str.9	# [9].name
	.long	test_test_vm_map.entries	# [9].run
	.long	test_test_vm_map.str.10	# [10].name
	.long	test_test_vm_map.submap	# [10].run
	.long	test_test_vm_map.str.11	# [11].name
	.long	test_test_vm_map.random_blocks	# [11].run

# vm_map_suite
	.section .rodata
	.globl	vm_map_suite
	.type	vm_map_suite, @object
	.size	vm_map_suite, 16
	.balign	4
vm_map_suite:
	.long	test_test_vm_map.str.12	# .name
	.long	test_test_vm_map.cases	# .cases
	.long	0xc	# .count
	.zero	4

	.section .rodata
test_test_vm_map.str.0:
	.asciz	"alloc_wired"
test_test_vm_map.str.1:
	.asciz	"alloc_zeroed"
test_test_vm_map.str.2:
	.asciz	"alloc_aligned"
test_test_vm_map.str.3:
	.asciz	"alloc_nothing"
test_test_vm_map.str.4:
	.asciz	"demand_zero"
test_test_vm_map.str.5:
	.asciz	"fault_results"
test_test_vm_map.str.6:
	.asciz	"free_a_hole"
test_test_vm_map.str.7:
	.asciz	"protection"
test_test_vm_map.str.8:
	.asciz	"wiring_nests"
test_test_vm_map.str.9:
	.asciz	"entries"
test_test_vm_map.str.10:
	.asciz	"submap"
test_test_vm_map.str.11:
	.asciz	"random_blocks"
test_test_vm_map.str.12:
	.asciz	"vm_map"
	.section .note.GNU-stack,"",@progbits
