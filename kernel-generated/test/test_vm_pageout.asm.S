# Entries and inline assembly of test/test_vm_pageout.c.
	.text

	.p2align 4
	.globl test_test_vm_pageout.store_in
test_test_vm_pageout.store_in:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	test_test_vm_pageout.store_in.m
	ret

	.p2align 4
	.globl test_test_vm_pageout.store_out
test_test_vm_pageout.store_out:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	test_test_vm_pageout.store_out.m
	ret

	.p2align 4
	.globl test_test_vm_pageout.store_end
test_test_vm_pageout.store_end:
	movl	4(%esp), %ecx
	jmp	test_test_vm_pageout.store_end.m

	.p2align 4
	.globl test_test_vm_pageout.clean_pages_go
test_test_vm_pageout.clean_pages_go:
	jmp	test_test_vm_pageout.clean_pages_go.m

	.p2align 4
	.globl test_test_vm_pageout.dirty_pages_are_stored
test_test_vm_pageout.dirty_pages_are_stored:
	jmp	test_test_vm_pageout.dirty_pages_are_stored.m

	.p2align 4
	.globl test_test_vm_pageout.used_pages_get_a_chance
test_test_vm_pageout.used_pages_get_a_chance:
	jmp	test_test_vm_pageout.used_pages_get_a_chance.m

	.p2align 4
	.globl test_test_vm_pageout.wired_pages_stay
test_test_vm_pageout.wired_pages_stay:
	jmp	test_test_vm_pageout.wired_pages_stay.m

	.p2align 4
	.globl test_test_vm_pageout.mapped_writes_are_stored
test_test_vm_pageout.mapped_writes_are_stored:
	jmp	test_test_vm_pageout.mapped_writes_are_stored.m

	.p2align 4
	.globl test_test_vm_pageout.mapped_reads_count
test_test_vm_pageout.mapped_reads_count:
	jmp	test_test_vm_pageout.mapped_reads_count.m

	.p2align 4
	.globl test_test_vm_pageout.wait_for_a_page
test_test_vm_pageout.wait_for_a_page:
	jmp	test_test_vm_pageout.wait_for_a_page.m

	.p2align 4
	.globl test_test_vm_pageout.waiters_wake_up
test_test_vm_pageout.waiters_wake_up:
	jmp	test_test_vm_pageout.waiters_wake_up.m
	.section .note.GNU-stack,"",@progbits
