# Entries and inline assembly of test/test_vm_contiguous.c. Written by port.
	.text

	.p2align 4
	.globl test_test_vm_contiguous.one_page
	.type test_test_vm_contiguous.one_page, @function
test_test_vm_contiguous.one_page:
	jmp	test_test_vm_contiguous.one_page.m
	.size test_test_vm_contiguous.one_page, . - test_test_vm_contiguous.one_page

	.p2align 4
	.globl test_test_vm_contiguous.sizes
	.type test_test_vm_contiguous.sizes, @function
test_test_vm_contiguous.sizes:
	jmp	test_test_vm_contiguous.sizes.m
	.size test_test_vm_contiguous.sizes, . - test_test_vm_contiguous.sizes

	.p2align 4
	.globl test_test_vm_contiguous.memory_of_run
	.type test_test_vm_contiguous.memory_of_run, @function
test_test_vm_contiguous.memory_of_run:
	jmp	test_test_vm_contiguous.memory_of_run.m
	.size test_test_vm_contiguous.memory_of_run, . - test_test_vm_contiguous.memory_of_run

	.p2align 4
	.globl test_test_vm_contiguous.runs_are_disjoint
	.type test_test_vm_contiguous.runs_are_disjoint, @function
test_test_vm_contiguous.runs_are_disjoint:
	jmp	test_test_vm_contiguous.runs_are_disjoint.m
	.size test_test_vm_contiguous.runs_are_disjoint, . - test_test_vm_contiguous.runs_are_disjoint

	.p2align 4
	.globl test_test_vm_contiguous.pages_of_run_singly
	.type test_test_vm_contiguous.pages_of_run_singly, @function
test_test_vm_contiguous.pages_of_run_singly:
	jmp	test_test_vm_contiguous.pages_of_run_singly.m
	.size test_test_vm_contiguous.pages_of_run_singly, . - test_test_vm_contiguous.pages_of_run_singly

	.p2align 4
	.globl test_test_vm_contiguous.own_bitmap
	.type test_test_vm_contiguous.own_bitmap, @function
test_test_vm_contiguous.own_bitmap:
	jmp	test_test_vm_contiguous.own_bitmap.m
	.size test_test_vm_contiguous.own_bitmap, . - test_test_vm_contiguous.own_bitmap

	.p2align 4
	.globl test_test_vm_contiguous.impossible
	.type test_test_vm_contiguous.impossible, @function
test_test_vm_contiguous.impossible:
	jmp	test_test_vm_contiguous.impossible.m
	.size test_test_vm_contiguous.impossible, . - test_test_vm_contiguous.impossible

	.p2align 4
	.globl test_test_vm_contiguous.last_run
	.type test_test_vm_contiguous.last_run, @function
test_test_vm_contiguous.last_run:
	jmp	test_test_vm_contiguous.last_run.m
	.size test_test_vm_contiguous.last_run, . - test_test_vm_contiguous.last_run
	.section .note.GNU-stack,"",@progbits
