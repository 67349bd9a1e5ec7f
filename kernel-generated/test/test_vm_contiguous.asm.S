# Entries and inline assembly of test/test_vm_contiguous.c.
	.text

	.p2align 4
	.globl test_test_vm_contiguous.one_page
test_test_vm_contiguous.one_page:
	jmp	test_test_vm_contiguous.one_page.m

	.p2align 4
	.globl test_test_vm_contiguous.sizes
test_test_vm_contiguous.sizes:
	jmp	test_test_vm_contiguous.sizes.m

	.p2align 4
	.globl test_test_vm_contiguous.memory_of_run
test_test_vm_contiguous.memory_of_run:
	jmp	test_test_vm_contiguous.memory_of_run.m

	.p2align 4
	.globl test_test_vm_contiguous.runs_are_disjoint
test_test_vm_contiguous.runs_are_disjoint:
	jmp	test_test_vm_contiguous.runs_are_disjoint.m

	.p2align 4
	.globl test_test_vm_contiguous.pages_of_run_singly
test_test_vm_contiguous.pages_of_run_singly:
	jmp	test_test_vm_contiguous.pages_of_run_singly.m

	.p2align 4
	.globl test_test_vm_contiguous.own_bitmap
test_test_vm_contiguous.own_bitmap:
	jmp	test_test_vm_contiguous.own_bitmap.m

	.p2align 4
	.globl test_test_vm_contiguous.impossible
test_test_vm_contiguous.impossible:
	jmp	test_test_vm_contiguous.impossible.m

	.p2align 4
	.globl test_test_vm_contiguous.last_run
test_test_vm_contiguous.last_run:
	jmp	test_test_vm_contiguous.last_run.m
	.section .note.GNU-stack,"",@progbits
