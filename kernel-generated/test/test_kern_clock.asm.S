# Entries and inline assembly of test/test_kern_clock.c. Written by port.
	.text

	.p2align 4
	.globl test_test_kern_clock.mark
	.type test_test_kern_clock.mark, @function
test_test_kern_clock.mark:
	movl	4(%esp), %ecx
	jmp	test_test_kern_clock.mark.m
	.size test_test_kern_clock.mark, . - test_test_kern_clock.mark

	.p2align 4
	.globl test_test_kern_clock.in_order_of_time
	.type test_test_kern_clock.in_order_of_time, @function
test_test_kern_clock.in_order_of_time:
	jmp	test_test_kern_clock.in_order_of_time.m
	.size test_test_kern_clock.in_order_of_time, . - test_test_kern_clock.in_order_of_time

	.p2align 4
	.globl test_test_kern_clock.taken_back
	.type test_test_kern_clock.taken_back, @function
test_test_kern_clock.taken_back:
	jmp	test_test_kern_clock.taken_back.m
	.size test_test_kern_clock.taken_back, . - test_test_kern_clock.taken_back

	.p2align 4
	.globl test_test_kern_clock.anonymous
	.type test_test_kern_clock.anonymous, @function
test_test_kern_clock.anonymous:
	jmp	test_test_kern_clock.anonymous.m
	.size test_test_kern_clock.anonymous, . - test_test_kern_clock.anonymous

	.p2align 4
	.globl test_test_kern_clock.again
	.type test_test_kern_clock.again, @function
test_test_kern_clock.again:
	movl	4(%esp), %ecx
	jmp	test_test_kern_clock.again.m
	.size test_test_kern_clock.again, . - test_test_kern_clock.again

	.p2align 4
	.globl test_test_kern_clock.set_from_inside
	.type test_test_kern_clock.set_from_inside, @function
test_test_kern_clock.set_from_inside:
	jmp	test_test_kern_clock.set_from_inside.m
	.size test_test_kern_clock.set_from_inside, . - test_test_kern_clock.set_from_inside

	.p2align 4
	.globl test_test_kern_clock.note_time
	.type test_test_kern_clock.note_time, @function
test_test_kern_clock.note_time:
	movl	4(%esp), %ecx
	jmp	test_test_kern_clock.note_time.m
	.size test_test_kern_clock.note_time, . - test_test_kern_clock.note_time

	.p2align 4
	.globl test_test_kern_clock.on_time
	.type test_test_kern_clock.on_time, @function
test_test_kern_clock.on_time:
	jmp	test_test_kern_clock.on_time.m
	.size test_test_kern_clock.on_time, . - test_test_kern_clock.on_time

	.p2align 4
	.globl test_test_kern_clock.waits_end
	.type test_test_kern_clock.waits_end, @function
test_test_kern_clock.waits_end:
	jmp	test_test_kern_clock.waits_end.m
	.size test_test_kern_clock.waits_end, . - test_test_kern_clock.waits_end

	.p2align 4
	.globl test_test_kern_clock.milliseconds
	.type test_test_kern_clock.milliseconds, @function
test_test_kern_clock.milliseconds:
	jmp	test_test_kern_clock.milliseconds.m
	.size test_test_kern_clock.milliseconds, . - test_test_kern_clock.milliseconds

	.p2align 4
	.globl test_test_kern_clock.time_goes_on
	.type test_test_kern_clock.time_goes_on, @function
test_test_kern_clock.time_goes_on:
	jmp	test_test_kern_clock.time_goes_on.m
	.size test_test_kern_clock.time_goes_on, . - test_test_kern_clock.time_goes_on
	.section .note.GNU-stack,"",@progbits
