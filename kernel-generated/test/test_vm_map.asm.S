# Entries and inline assembly of test/test_vm_map.c. Written by port.
	.text

	.p2align 4
	.globl test_test_vm_map.alloc_wired
	.type test_test_vm_map.alloc_wired, @function
test_test_vm_map.alloc_wired:
	jmp	test_test_vm_map.alloc_wired.m
	.size test_test_vm_map.alloc_wired, . - test_test_vm_map.alloc_wired

	.p2align 4
	.globl test_test_vm_map.alloc_zeroed
	.type test_test_vm_map.alloc_zeroed, @function
test_test_vm_map.alloc_zeroed:
	jmp	test_test_vm_map.alloc_zeroed.m
	.size test_test_vm_map.alloc_zeroed, . - test_test_vm_map.alloc_zeroed

	.p2align 4
	.globl test_test_vm_map.alloc_aligned
	.type test_test_vm_map.alloc_aligned, @function
test_test_vm_map.alloc_aligned:
	jmp	test_test_vm_map.alloc_aligned.m
	.size test_test_vm_map.alloc_aligned, . - test_test_vm_map.alloc_aligned

	.p2align 4
	.globl test_test_vm_map.alloc_nothing
	.type test_test_vm_map.alloc_nothing, @function
test_test_vm_map.alloc_nothing:
	jmp	test_test_vm_map.alloc_nothing.m
	.size test_test_vm_map.alloc_nothing, . - test_test_vm_map.alloc_nothing

	.p2align 4
	.globl test_test_vm_map.demand_zero
	.type test_test_vm_map.demand_zero, @function
test_test_vm_map.demand_zero:
	jmp	test_test_vm_map.demand_zero.m
	.size test_test_vm_map.demand_zero, . - test_test_vm_map.demand_zero

	.p2align 4
	.globl test_test_vm_map.fault_results
	.type test_test_vm_map.fault_results, @function
test_test_vm_map.fault_results:
	jmp	test_test_vm_map.fault_results.m
	.size test_test_vm_map.fault_results, . - test_test_vm_map.fault_results

	.p2align 4
	.globl test_test_vm_map.free_a_hole
	.type test_test_vm_map.free_a_hole, @function
test_test_vm_map.free_a_hole:
	jmp	test_test_vm_map.free_a_hole.m
	.size test_test_vm_map.free_a_hole, . - test_test_vm_map.free_a_hole

	.p2align 4
	.globl test_test_vm_map.protection
	.type test_test_vm_map.protection, @function
test_test_vm_map.protection:
	jmp	test_test_vm_map.protection.m
	.size test_test_vm_map.protection, . - test_test_vm_map.protection

	.p2align 4
	.globl test_test_vm_map.wiring_nests
	.type test_test_vm_map.wiring_nests, @function
test_test_vm_map.wiring_nests:
	jmp	test_test_vm_map.wiring_nests.m
	.size test_test_vm_map.wiring_nests, . - test_test_vm_map.wiring_nests

	.p2align 4
	.globl test_test_vm_map.entries
	.type test_test_vm_map.entries, @function
test_test_vm_map.entries:
	jmp	test_test_vm_map.entries.m
	.size test_test_vm_map.entries, . - test_test_vm_map.entries

	.p2align 4
	.globl test_test_vm_map.submap
	.type test_test_vm_map.submap, @function
test_test_vm_map.submap:
	jmp	test_test_vm_map.submap.m
	.size test_test_vm_map.submap, . - test_test_vm_map.submap

	.p2align 4
	.globl test_test_vm_map.random_blocks
	.type test_test_vm_map.random_blocks, @function
test_test_vm_map.random_blocks:
	jmp	test_test_vm_map.random_blocks.m
	.size test_test_vm_map.random_blocks, . - test_test_vm_map.random_blocks
	.section .note.GNU-stack,"",@progbits
