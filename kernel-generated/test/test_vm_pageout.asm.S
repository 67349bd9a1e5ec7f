# Entries and inline assembly of test/test_vm_pageout.c. Written by port.
	.text

	.p2align 4
	.globl test_test_vm_pageout.store_in
	.type test_test_vm_pageout.store_in, @function
test_test_vm_pageout.store_in:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	test_test_vm_pageout.store_in.m
	ret
	.size test_test_vm_pageout.store_in, . - test_test_vm_pageout.store_in

	.p2align 4
	.globl test_test_vm_pageout.store_out
	.type test_test_vm_pageout.store_out, @function
test_test_vm_pageout.store_out:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	test_test_vm_pageout.store_out.m
	ret
	.size test_test_vm_pageout.store_out, . - test_test_vm_pageout.store_out

	.p2align 4
	.globl test_test_vm_pageout.store_end
	.type test_test_vm_pageout.store_end, @function
test_test_vm_pageout.store_end:
	movl	4(%esp), %ecx
	jmp	test_test_vm_pageout.store_end.m
	.size test_test_vm_pageout.store_end, . - test_test_vm_pageout.store_end

	.p2align 4
	.globl test_test_vm_pageout.clean_pages_go
	.type test_test_vm_pageout.clean_pages_go, @function
test_test_vm_pageout.clean_pages_go:
	jmp	test_test_vm_pageout.clean_pages_go.m
	.size test_test_vm_pageout.clean_pages_go, . - test_test_vm_pageout.clean_pages_go

	.p2align 4
	.globl test_test_vm_pageout.dirty_pages_are_stored
	.type test_test_vm_pageout.dirty_pages_are_stored, @function
test_test_vm_pageout.dirty_pages_are_stored:
	jmp	test_test_vm_pageout.dirty_pages_are_stored.m
	.size test_test_vm_pageout.dirty_pages_are_stored, . - test_test_vm_pageout.dirty_pages_are_stored

	.p2align 4
	.globl test_test_vm_pageout.used_pages_get_a_chance
	.type test_test_vm_pageout.used_pages_get_a_chance, @function
test_test_vm_pageout.used_pages_get_a_chance:
	jmp	test_test_vm_pageout.used_pages_get_a_chance.m
	.size test_test_vm_pageout.used_pages_get_a_chance, . - test_test_vm_pageout.used_pages_get_a_chance

	.p2align 4
	.globl test_test_vm_pageout.wired_pages_stay
	.type test_test_vm_pageout.wired_pages_stay, @function
test_test_vm_pageout.wired_pages_stay:
	jmp	test_test_vm_pageout.wired_pages_stay.m
	.size test_test_vm_pageout.wired_pages_stay, . - test_test_vm_pageout.wired_pages_stay

	.p2align 4
	.globl test_test_vm_pageout.mapped_writes_are_stored
	.type test_test_vm_pageout.mapped_writes_are_stored, @function
test_test_vm_pageout.mapped_writes_are_stored:
	jmp	test_test_vm_pageout.mapped_writes_are_stored.m
	.size test_test_vm_pageout.mapped_writes_are_stored, . - test_test_vm_pageout.mapped_writes_are_stored

	.p2align 4
	.globl test_test_vm_pageout.mapped_reads_count
	.type test_test_vm_pageout.mapped_reads_count, @function
test_test_vm_pageout.mapped_reads_count:
	jmp	test_test_vm_pageout.mapped_reads_count.m
	.size test_test_vm_pageout.mapped_reads_count, . - test_test_vm_pageout.mapped_reads_count

	.p2align 4
	.globl test_test_vm_pageout.wait_for_a_page
	.type test_test_vm_pageout.wait_for_a_page, @function
test_test_vm_pageout.wait_for_a_page:
	jmp	test_test_vm_pageout.wait_for_a_page.m
	.size test_test_vm_pageout.wait_for_a_page, . - test_test_vm_pageout.wait_for_a_page

	.p2align 4
	.globl test_test_vm_pageout.waiters_wake_up
	.type test_test_vm_pageout.waiters_wake_up, @function
test_test_vm_pageout.waiters_wake_up:
	jmp	test_test_vm_pageout.waiters_wake_up.m
	.size test_test_vm_pageout.waiters_wake_up, . - test_test_vm_pageout.waiters_wake_up
	.section .note.GNU-stack,"",@progbits
