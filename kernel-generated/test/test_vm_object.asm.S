# Entries and inline assembly of test/test_vm_object.c.
	.text

	.p2align 4
	.globl test_test_vm_object.insert_and_lookup
test_test_vm_object.insert_and_lookup:
	jmp	test_test_vm_object.insert_and_lookup.m

	.p2align 4
	.globl test_test_vm_object.table_keeps_apart
test_test_vm_object.table_keeps_apart:
	jmp	test_test_vm_object.table_keeps_apart.m

	.p2align 4
	.globl test_test_vm_object.termination_frees_pages
test_test_vm_object.termination_frees_pages:
	jmp	test_test_vm_object.termination_frees_pages.m

	.p2align 4
	.globl test_test_vm_object.references
test_test_vm_object.references:
	jmp	test_test_vm_object.references.m

	.p2align 4
	.globl test_test_vm_object.rename_page
test_test_vm_object.rename_page:
	jmp	test_test_vm_object.rename_page.m

	.p2align 4
	.globl test_test_vm_object.replace_page
test_test_vm_object.replace_page:
	jmp	test_test_vm_object.replace_page.m

	.p2align 4
	.globl test_test_vm_object.deactivate_behind
test_test_vm_object.deactivate_behind:
	jmp	test_test_vm_object.deactivate_behind.m

	.p2align 4
	.globl test_test_vm_object.remove_ranges
test_test_vm_object.remove_ranges:
	jmp	test_test_vm_object.remove_ranges.m

	.p2align 4
	.globl test_test_vm_object.coalesce
test_test_vm_object.coalesce:
	jmp	test_test_vm_object.coalesce.m

	.p2align 4
	.globl test_test_vm_object.counting_page_in
test_test_vm_object.counting_page_in:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	test_test_vm_object.counting_page_in.m
	ret

	.p2align 4
	.globl test_test_vm_object.counting_terminate
test_test_vm_object.counting_terminate:
	movl	4(%esp), %ecx
	jmp	test_test_vm_object.counting_terminate.m

	.p2align 4
	.globl test_test_vm_object.pager_supplies_pages
test_test_vm_object.pager_supplies_pages:
	jmp	test_test_vm_object.pager_supplies_pages.m

	.p2align 4
	.globl test_test_vm_object.pager_fails
test_test_vm_object.pager_fails:
	jmp	test_test_vm_object.pager_fails.m
	.section .note.GNU-stack,"",@progbits
