# Entries and inline assembly of test/test_vm_page.c. Written by port.
	.text

	.p2align 4
	.globl test_test_vm_page.size_of_page
	.type test_test_vm_page.size_of_page, @function
test_test_vm_page.size_of_page:
	jmp	test_test_vm_page.size_of_page.m
	.size test_test_vm_page.size_of_page, . - test_test_vm_page.size_of_page

	.p2align 4
	.globl test_test_vm_page.grab_and_release
	.type test_test_vm_page.grab_and_release, @function
test_test_vm_page.grab_and_release:
	jmp	test_test_vm_page.grab_and_release.m
	.size test_test_vm_page.grab_and_release, . - test_test_vm_page.grab_and_release

	.p2align 4
	.globl test_test_vm_page.pages_are_distinct
	.type test_test_vm_page.pages_are_distinct, @function
test_test_vm_page.pages_are_distinct:
	jmp	test_test_vm_page.pages_are_distinct.m
	.size test_test_vm_page.pages_are_distinct, . - test_test_vm_page.pages_are_distinct

	.p2align 4
	.globl test_test_vm_page.memory_is_separate
	.type test_test_vm_page.memory_is_separate, @function
test_test_vm_page.memory_is_separate:
	jmp	test_test_vm_page.memory_is_separate.m
	.size test_test_vm_page.memory_is_separate, . - test_test_vm_page.memory_is_separate

	.p2align 4
	.globl test_test_vm_page.zero_fill_and_copy
	.type test_test_vm_page.zero_fill_and_copy, @function
test_test_vm_page.zero_fill_and_copy:
	jmp	test_test_vm_page.zero_fill_and_copy.m
	.size test_test_vm_page.zero_fill_and_copy, . - test_test_vm_page.zero_fill_and_copy

	.p2align 4
	.globl test_test_vm_page.grab_phys_addr
	.type test_test_vm_page.grab_phys_addr, @function
test_test_vm_page.grab_phys_addr:
	jmp	test_test_vm_page.grab_phys_addr.m
	.size test_test_vm_page.grab_phys_addr, . - test_test_vm_page.grab_phys_addr

	.p2align 4
	.globl test_test_vm_page.exhaustion
	.type test_test_vm_page.exhaustion, @function
test_test_vm_page.exhaustion:
	jmp	test_test_vm_page.exhaustion.m
	.size test_test_vm_page.exhaustion, . - test_test_vm_page.exhaustion

	.p2align 4
	.globl test_test_vm_page.privilege
	.type test_test_vm_page.privilege, @function
test_test_vm_page.privilege:
	jmp	test_test_vm_page.privilege.m
	.size test_test_vm_page.privilege, . - test_test_vm_page.privilege

	.p2align 4
	.globl test_test_vm_page.external_limit
	.type test_test_vm_page.external_limit, @function
test_test_vm_page.external_limit:
	jmp	test_test_vm_page.external_limit.m
	.size test_test_vm_page.external_limit, . - test_test_vm_page.external_limit

	.p2align 4
	.globl test_test_vm_page.fictitious
	.type test_test_vm_page.fictitious, @function
test_test_vm_page.fictitious:
	jmp	test_test_vm_page.fictitious.m
	.size test_test_vm_page.fictitious, . - test_test_vm_page.fictitious

	.p2align 4
	.globl test_test_vm_page.convert
	.type test_test_vm_page.convert, @function
test_test_vm_page.convert:
	jmp	test_test_vm_page.convert.m
	.size test_test_vm_page.convert, . - test_test_vm_page.convert

	.p2align 4
	.globl test_test_vm_page.convert_refused
	.type test_test_vm_page.convert_refused, @function
test_test_vm_page.convert_refused:
	jmp	test_test_vm_page.convert_refused.m
	.size test_test_vm_page.convert_refused, . - test_test_vm_page.convert_refused

	.p2align 4
	.globl test_test_vm_page.wiring
	.type test_test_vm_page.wiring, @function
test_test_vm_page.wiring:
	jmp	test_test_vm_page.wiring.m
	.size test_test_vm_page.wiring, . - test_test_vm_page.wiring

	.p2align 4
	.globl test_test_vm_page.queues
	.type test_test_vm_page.queues, @function
test_test_vm_page.queues:
	jmp	test_test_vm_page.queues.m
	.size test_test_vm_page.queues, . - test_test_vm_page.queues

	.p2align 4
	.globl test_test_vm_page.random_walk
	.type test_test_vm_page.random_walk, @function
test_test_vm_page.random_walk:
	jmp	test_test_vm_page.random_walk.m
	.size test_test_vm_page.random_walk, . - test_test_vm_page.random_walk
	.section .note.GNU-stack,"",@progbits
