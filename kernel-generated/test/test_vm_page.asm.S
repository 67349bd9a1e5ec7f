# Entries and inline assembly of test/test_vm_page.c.
	.text

	.p2align 4
	.globl test_test_vm_page.size_of_page
test_test_vm_page.size_of_page:
	jmp	test_test_vm_page.size_of_page.m

	.p2align 4
	.globl test_test_vm_page.grab_and_release
test_test_vm_page.grab_and_release:
	jmp	test_test_vm_page.grab_and_release.m

	.p2align 4
	.globl test_test_vm_page.pages_are_distinct
test_test_vm_page.pages_are_distinct:
	jmp	test_test_vm_page.pages_are_distinct.m

	.p2align 4
	.globl test_test_vm_page.memory_is_separate
test_test_vm_page.memory_is_separate:
	jmp	test_test_vm_page.memory_is_separate.m

	.p2align 4
	.globl test_test_vm_page.zero_fill_and_copy
test_test_vm_page.zero_fill_and_copy:
	jmp	test_test_vm_page.zero_fill_and_copy.m

	.p2align 4
	.globl test_test_vm_page.grab_phys_addr
test_test_vm_page.grab_phys_addr:
	jmp	test_test_vm_page.grab_phys_addr.m

	.p2align 4
	.globl test_test_vm_page.exhaustion
test_test_vm_page.exhaustion:
	jmp	test_test_vm_page.exhaustion.m

	.p2align 4
	.globl test_test_vm_page.privilege
test_test_vm_page.privilege:
	jmp	test_test_vm_page.privilege.m

	.p2align 4
	.globl test_test_vm_page.external_limit
test_test_vm_page.external_limit:
	jmp	test_test_vm_page.external_limit.m

	.p2align 4
	.globl test_test_vm_page.fictitious
test_test_vm_page.fictitious:
	jmp	test_test_vm_page.fictitious.m

	.p2align 4
	.globl test_test_vm_page.convert
test_test_vm_page.convert:
	jmp	test_test_vm_page.convert.m

	.p2align 4
	.globl test_test_vm_page.convert_refused
test_test_vm_page.convert_refused:
	jmp	test_test_vm_page.convert_refused.m

	.p2align 4
	.globl test_test_vm_page.wiring
test_test_vm_page.wiring:
	jmp	test_test_vm_page.wiring.m

	.p2align 4
	.globl test_test_vm_page.queues
test_test_vm_page.queues:
	jmp	test_test_vm_page.queues.m

	.p2align 4
	.globl test_test_vm_page.random_walk
test_test_vm_page.random_walk:
	jmp	test_test_vm_page.random_walk.m
	.section .note.GNU-stack,"",@progbits
