# Entries and inline assembly of test/test_vm_object.c. Written by port.
	.text

	.p2align 4
	.globl test_test_vm_object.insert_and_lookup
	.type test_test_vm_object.insert_and_lookup, @function
test_test_vm_object.insert_and_lookup:
	jmp	test_test_vm_object.insert_and_lookup.m
	.size test_test_vm_object.insert_and_lookup, . - test_test_vm_object.insert_and_lookup

	.p2align 4
	.globl test_test_vm_object.table_keeps_apart
	.type test_test_vm_object.table_keeps_apart, @function
test_test_vm_object.table_keeps_apart:
	jmp	test_test_vm_object.table_keeps_apart.m
	.size test_test_vm_object.table_keeps_apart, . - test_test_vm_object.table_keeps_apart

	.p2align 4
	.globl test_test_vm_object.termination_frees_pages
	.type test_test_vm_object.termination_frees_pages, @function
test_test_vm_object.termination_frees_pages:
	jmp	test_test_vm_object.termination_frees_pages.m
	.size test_test_vm_object.termination_frees_pages, . - test_test_vm_object.termination_frees_pages

	.p2align 4
	.globl test_test_vm_object.references
	.type test_test_vm_object.references, @function
test_test_vm_object.references:
	jmp	test_test_vm_object.references.m
	.size test_test_vm_object.references, . - test_test_vm_object.references

	.p2align 4
	.globl test_test_vm_object.rename_page
	.type test_test_vm_object.rename_page, @function
test_test_vm_object.rename_page:
	jmp	test_test_vm_object.rename_page.m
	.size test_test_vm_object.rename_page, . - test_test_vm_object.rename_page

	.p2align 4
	.globl test_test_vm_object.replace_page
	.type test_test_vm_object.replace_page, @function
test_test_vm_object.replace_page:
	jmp	test_test_vm_object.replace_page.m
	.size test_test_vm_object.replace_page, . - test_test_vm_object.replace_page

	.p2align 4
	.globl test_test_vm_object.deactivate_behind
	.type test_test_vm_object.deactivate_behind, @function
test_test_vm_object.deactivate_behind:
	jmp	test_test_vm_object.deactivate_behind.m
	.size test_test_vm_object.deactivate_behind, . - test_test_vm_object.deactivate_behind

	.p2align 4
	.globl test_test_vm_object.remove_ranges
	.type test_test_vm_object.remove_ranges, @function
test_test_vm_object.remove_ranges:
	jmp	test_test_vm_object.remove_ranges.m
	.size test_test_vm_object.remove_ranges, . - test_test_vm_object.remove_ranges

	.p2align 4
	.globl test_test_vm_object.coalesce
	.type test_test_vm_object.coalesce, @function
test_test_vm_object.coalesce:
	jmp	test_test_vm_object.coalesce.m
	.size test_test_vm_object.coalesce, . - test_test_vm_object.coalesce

	.p2align 4
	.globl test_test_vm_object.counting_page_in
	.type test_test_vm_object.counting_page_in, @function
test_test_vm_object.counting_page_in:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	test_test_vm_object.counting_page_in.m
	ret
	.size test_test_vm_object.counting_page_in, . - test_test_vm_object.counting_page_in

	.p2align 4
	.globl test_test_vm_object.counting_terminate
	.type test_test_vm_object.counting_terminate, @function
test_test_vm_object.counting_terminate:
	movl	4(%esp), %ecx
	jmp	test_test_vm_object.counting_terminate.m
	.size test_test_vm_object.counting_terminate, . - test_test_vm_object.counting_terminate

	.p2align 4
	.globl test_test_vm_object.pager_supplies_pages
	.type test_test_vm_object.pager_supplies_pages, @function
test_test_vm_object.pager_supplies_pages:
	jmp	test_test_vm_object.pager_supplies_pages.m
	.size test_test_vm_object.pager_supplies_pages, . - test_test_vm_object.pager_supplies_pages

	.p2align 4
	.globl test_test_vm_object.pager_fails
	.type test_test_vm_object.pager_fails, @function
test_test_vm_object.pager_fails:
	jmp	test_test_vm_object.pager_fails.m
	.size test_test_vm_object.pager_fails, . - test_test_vm_object.pager_fails
	.section .note.GNU-stack,"",@progbits
