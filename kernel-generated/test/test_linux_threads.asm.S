# Entries and inline assembly of test/test_linux_threads.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_threads.enter_region
	.type test_test_linux_threads.enter_region, @function
test_test_linux_threads.enter_region:
	jmp	test_test_linux_threads.enter_region.m
	.size test_test_linux_threads.enter_region, . - test_test_linux_threads.enter_region

	.p2align 4
	.globl test_test_linux_threads.semaphore_excludes
	.type test_test_linux_threads.semaphore_excludes, @function
test_test_linux_threads.semaphore_excludes:
	jmp	test_test_linux_threads.semaphore_excludes.m
	.size test_test_linux_threads.semaphore_excludes, . - test_test_linux_threads.semaphore_excludes

	.p2align 4
	.globl test_test_linux_threads.pass_gate
	.type test_test_linux_threads.pass_gate, @function
test_test_linux_threads.pass_gate:
	jmp	test_test_linux_threads.pass_gate.m
	.size test_test_linux_threads.pass_gate, . - test_test_linux_threads.pass_gate

	.p2align 4
	.globl test_test_linux_threads.wake_up_wakes_all
	.type test_test_linux_threads.wake_up_wakes_all, @function
test_test_linux_threads.wake_up_wakes_all:
	jmp	test_test_linux_threads.wake_up_wakes_all.m
	.size test_test_linux_threads.wake_up_wakes_all, . - test_test_linux_threads.wake_up_wakes_all

	.p2align 4
	.globl test_test_linux_threads.read_cylinder
	.type test_test_linux_threads.read_cylinder, @function
test_test_linux_threads.read_cylinder:
	jmp	test_test_linux_threads.read_cylinder.m
	.size test_test_linux_threads.read_cylinder, . - test_test_linux_threads.read_cylinder

	.p2align 4
	.globl test_test_linux_threads.floppy_is_shared
	.type test_test_linux_threads.floppy_is_shared, @function
test_test_linux_threads.floppy_is_shared:
	jmp	test_test_linux_threads.floppy_is_shared.m
	.size test_test_linux_threads.floppy_is_shared, . - test_test_linux_threads.floppy_is_shared

	.p2align 4
	.globl asm.test_linux_threads_c.pass_gate
asm.test_linux_threads_c.pass_gate:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
