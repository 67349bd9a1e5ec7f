# Entries and inline assembly of test/test_kern_clock.c.
	.text

	.p2align 4
	.globl test_test_kern_clock.mark
test_test_kern_clock.mark:
	movl	4(%esp), %ecx
	jmp	test_test_kern_clock.mark.m

	.p2align 4
	.globl test_test_kern_clock.in_order_of_time
test_test_kern_clock.in_order_of_time:
	jmp	test_test_kern_clock.in_order_of_time.m

	.p2align 4
	.globl test_test_kern_clock.taken_back
test_test_kern_clock.taken_back:
	jmp	test_test_kern_clock.taken_back.m

	.p2align 4
	.globl test_test_kern_clock.anonymous
test_test_kern_clock.anonymous:
	jmp	test_test_kern_clock.anonymous.m

	.p2align 4
	.globl test_test_kern_clock.again
test_test_kern_clock.again:
	movl	4(%esp), %ecx
	jmp	test_test_kern_clock.again.m

	.p2align 4
	.globl test_test_kern_clock.set_from_inside
test_test_kern_clock.set_from_inside:
	jmp	test_test_kern_clock.set_from_inside.m

	.p2align 4
	.globl test_test_kern_clock.note_time
test_test_kern_clock.note_time:
	movl	4(%esp), %ecx
	jmp	test_test_kern_clock.note_time.m

	.p2align 4
	.globl test_test_kern_clock.on_time
test_test_kern_clock.on_time:
	jmp	test_test_kern_clock.on_time.m

	.p2align 4
	.globl test_test_kern_clock.waits_end
test_test_kern_clock.waits_end:
	jmp	test_test_kern_clock.waits_end.m

	.p2align 4
	.globl test_test_kern_clock.milliseconds
test_test_kern_clock.milliseconds:
	jmp	test_test_kern_clock.milliseconds.m

	.p2align 4
	.globl test_test_kern_clock.time_goes_on
test_test_kern_clock.time_goes_on:
	jmp	test_test_kern_clock.time_goes_on.m
	.section .note.GNU-stack,"",@progbits
