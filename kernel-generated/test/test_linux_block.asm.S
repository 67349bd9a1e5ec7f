# Entries and inline assembly of test/test_linux_block.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_block.ram_tick
	.type test_test_linux_block.ram_tick, @function
test_test_linux_block.ram_tick:
	movl	4(%esp), %ecx
	jmp	test_test_linux_block.ram_tick.m
	.size test_test_linux_block.ram_tick, . - test_test_linux_block.ram_tick

	.p2align 4
	.globl test_test_linux_block.ram_request
	.type test_test_linux_block.ram_request, @function
test_test_linux_block.ram_request:
	jmp	test_test_linux_block.ram_request.m
	.size test_test_linux_block.ram_request, . - test_test_linux_block.ram_request

	.p2align 4
	.globl test_test_linux_block.open_fails_without_driver
	.type test_test_linux_block.open_fails_without_driver, @function
test_test_linux_block.open_fails_without_driver:
	jmp	test_test_linux_block.open_fails_without_driver.m
	.size test_test_linux_block.open_fails_without_driver, . - test_test_linux_block.open_fails_without_driver

	.p2align 4
	.globl test_test_linux_block.neighbours_merge
	.type test_test_linux_block.neighbours_merge, @function
test_test_linux_block.neighbours_merge:
	jmp	test_test_linux_block.neighbours_merge.m
	.size test_test_linux_block.neighbours_merge, . - test_test_linux_block.neighbours_merge

	.p2align 4
	.globl test_test_linux_block.requests_are_sorted
	.type test_test_linux_block.requests_are_sorted, @function
test_test_linux_block.requests_are_sorted:
	jmp	test_test_linux_block.requests_are_sorted.m
	.size test_test_linux_block.requests_are_sorted, . - test_test_linux_block.requests_are_sorted

	.p2align 4
	.globl test_test_linux_block.more_than_all_requests
	.type test_test_linux_block.more_than_all_requests, @function
test_test_linux_block.more_than_all_requests:
	jmp	test_test_linux_block.more_than_all_requests.m
	.size test_test_linux_block.more_than_all_requests, . - test_test_linux_block.more_than_all_requests

	.p2align 4
	.globl test_test_linux_block.nothing_to_do
	.type test_test_linux_block.nothing_to_do, @function
test_test_linux_block.nothing_to_do:
	jmp	test_test_linux_block.nothing_to_do.m
	.size test_test_linux_block.nothing_to_do, . - test_test_linux_block.nothing_to_do

	.p2align 4
	.globl test_test_linux_block.read_and_write_fast
	.type test_test_linux_block.read_and_write_fast, @function
test_test_linux_block.read_and_write_fast:
	jmp	test_test_linux_block.read_and_write_fast.m
	.size test_test_linux_block.read_and_write_fast, . - test_test_linux_block.read_and_write_fast

	.p2align 4
	.globl test_test_linux_block.read_and_write_slow
	.type test_test_linux_block.read_and_write_slow, @function
test_test_linux_block.read_and_write_slow:
	jmp	test_test_linux_block.read_and_write_slow.m
	.size test_test_linux_block.read_and_write_slow, . - test_test_linux_block.read_and_write_slow

	.p2align 4
	.globl test_test_linux_block.direct_memory
	.type test_test_linux_block.direct_memory, @function
test_test_linux_block.direct_memory:
	jmp	test_test_linux_block.direct_memory.m
	.size test_test_linux_block.direct_memory, . - test_test_linux_block.direct_memory

	.p2align 4
	.globl test_test_linux_block.errors_are_reported
	.type test_test_linux_block.errors_are_reported, @function
test_test_linux_block.errors_are_reported:
	jmp	test_test_linux_block.errors_are_reported.m
	.size test_test_linux_block.errors_are_reported, . - test_test_linux_block.errors_are_reported

	.p2align 4
	.globl test_test_linux_block.read_only_device
	.type test_test_linux_block.read_only_device, @function
test_test_linux_block.read_only_device:
	jmp	test_test_linux_block.read_only_device.m
	.size test_test_linux_block.read_only_device, . - test_test_linux_block.read_only_device

	.p2align 4
	.globl test_test_linux_block.bread_and_brelse
	.type test_test_linux_block.bread_and_brelse, @function
test_test_linux_block.bread_and_brelse:
	jmp	test_test_linux_block.bread_and_brelse.m
	.size test_test_linux_block.bread_and_brelse, . - test_test_linux_block.bread_and_brelse
	.section .note.GNU-stack,"",@progbits
