# Entries and inline assembly of test/test_linux_block.c.
	.text

	.p2align 4
	.globl test_test_linux_block.ram_tick
test_test_linux_block.ram_tick:
	movl	4(%esp), %ecx
	jmp	test_test_linux_block.ram_tick.m

	.p2align 4
	.globl test_test_linux_block.ram_request
test_test_linux_block.ram_request:
	jmp	test_test_linux_block.ram_request.m

	.p2align 4
	.globl test_test_linux_block.open_fails_without_driver
test_test_linux_block.open_fails_without_driver:
	jmp	test_test_linux_block.open_fails_without_driver.m

	.p2align 4
	.globl test_test_linux_block.neighbours_merge
test_test_linux_block.neighbours_merge:
	jmp	test_test_linux_block.neighbours_merge.m

	.p2align 4
	.globl test_test_linux_block.requests_are_sorted
test_test_linux_block.requests_are_sorted:
	jmp	test_test_linux_block.requests_are_sorted.m

	.p2align 4
	.globl test_test_linux_block.more_than_all_requests
test_test_linux_block.more_than_all_requests:
	jmp	test_test_linux_block.more_than_all_requests.m

	.p2align 4
	.globl test_test_linux_block.nothing_to_do
test_test_linux_block.nothing_to_do:
	jmp	test_test_linux_block.nothing_to_do.m

	.p2align 4
	.globl test_test_linux_block.read_and_write_fast
test_test_linux_block.read_and_write_fast:
	jmp	test_test_linux_block.read_and_write_fast.m

	.p2align 4
	.globl test_test_linux_block.read_and_write_slow
test_test_linux_block.read_and_write_slow:
	jmp	test_test_linux_block.read_and_write_slow.m

	.p2align 4
	.globl test_test_linux_block.direct_memory
test_test_linux_block.direct_memory:
	jmp	test_test_linux_block.direct_memory.m

	.p2align 4
	.globl test_test_linux_block.errors_are_reported
test_test_linux_block.errors_are_reported:
	jmp	test_test_linux_block.errors_are_reported.m

	.p2align 4
	.globl test_test_linux_block.read_only_device
test_test_linux_block.read_only_device:
	jmp	test_test_linux_block.read_only_device.m

	.p2align 4
	.globl test_test_linux_block.bread_and_brelse
test_test_linux_block.bread_and_brelse:
	jmp	test_test_linux_block.bread_and_brelse.m
	.section .note.GNU-stack,"",@progbits
