# Entries and inline assembly of test/test_vm_map.c.
	.text

	.p2align 4
	.globl test_test_vm_map.alloc_wired
test_test_vm_map.alloc_wired:
	jmp	test_test_vm_map.alloc_wired.m

	.p2align 4
	.globl test_test_vm_map.alloc_zeroed
test_test_vm_map.alloc_zeroed:
	jmp	test_test_vm_map.alloc_zeroed.m

	.p2align 4
	.globl test_test_vm_map.alloc_aligned
test_test_vm_map.alloc_aligned:
	jmp	test_test_vm_map.alloc_aligned.m

	.p2align 4
	.globl test_test_vm_map.alloc_nothing
test_test_vm_map.alloc_nothing:
	jmp	test_test_vm_map.alloc_nothing.m

	.p2align 4
	.globl test_test_vm_map.demand_zero
test_test_vm_map.demand_zero:
	jmp	test_test_vm_map.demand_zero.m

	.p2align 4
	.globl test_test_vm_map.fault_results
test_test_vm_map.fault_results:
	jmp	test_test_vm_map.fault_results.m

	.p2align 4
	.globl test_test_vm_map.free_a_hole
test_test_vm_map.free_a_hole:
	jmp	test_test_vm_map.free_a_hole.m

	.p2align 4
	.globl test_test_vm_map.protection
test_test_vm_map.protection:
	jmp	test_test_vm_map.protection.m

	.p2align 4
	.globl test_test_vm_map.wiring_nests
test_test_vm_map.wiring_nests:
	jmp	test_test_vm_map.wiring_nests.m

	.p2align 4
	.globl test_test_vm_map.entries
test_test_vm_map.entries:
	jmp	test_test_vm_map.entries.m

	.p2align 4
	.globl test_test_vm_map.submap
test_test_vm_map.submap:
	jmp	test_test_vm_map.submap.m

	.p2align 4
	.globl test_test_vm_map.random_blocks
test_test_vm_map.random_blocks:
	jmp	test_test_vm_map.random_blocks.m
	.section .note.GNU-stack,"",@progbits
