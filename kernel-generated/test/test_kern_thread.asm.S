# Entries and inline assembly of test/test_kern_thread.c.
	.text

	.p2align 4
	.globl test_test_kern_thread.log_argument
test_test_kern_thread.log_argument:
	jmp	test_test_kern_thread.log_argument.m

	.p2align 4
	.globl test_test_kern_thread.start_and_end
test_test_kern_thread.start_and_end:
	jmp	test_test_kern_thread.start_and_end.m

	.p2align 4
	.globl test_test_kern_thread.end_gives_all_back
test_test_kern_thread.end_gives_all_back:
	jmp	test_test_kern_thread.end_gives_all_back.m

	.p2align 4
	.globl test_test_kern_thread.use_stack
test_test_kern_thread.use_stack:
	jmp	test_test_kern_thread.use_stack.m

	.p2align 4
	.globl test_test_kern_thread.stacks
test_test_kern_thread.stacks:
	jmp	test_test_kern_thread.stacks.m

	.p2align 4
	.globl test_test_kern_thread.priorities
test_test_kern_thread.priorities:
	jmp	test_test_kern_thread.priorities.m

	.p2align 4
	.globl test_test_kern_thread.change_priority
test_test_kern_thread.change_priority:
	jmp	test_test_kern_thread.change_priority.m

	.p2align 4
	.globl test_test_kern_thread.log_three_times
test_test_kern_thread.log_three_times:
	jmp	test_test_kern_thread.log_three_times.m

	.p2align 4
	.globl test_test_kern_thread.equals_take_turns
test_test_kern_thread.equals_take_turns:
	jmp	test_test_kern_thread.equals_take_turns.m

	.p2align 4
	.globl test_test_kern_thread.yield_not_to_worse
test_test_kern_thread.yield_not_to_worse:
	jmp	test_test_kern_thread.yield_not_to_worse.m

	.p2align 4
	.globl test_test_kern_thread.wait_for_a
test_test_kern_thread.wait_for_a:
	jmp	test_test_kern_thread.wait_for_a.m

	.p2align 4
	.globl test_test_kern_thread.wakeup_all
test_test_kern_thread.wakeup_all:
	jmp	test_test_kern_thread.wakeup_all.m

	.p2align 4
	.globl test_test_kern_thread.wakeup_one_at_a_time
test_test_kern_thread.wakeup_one_at_a_time:
	jmp	test_test_kern_thread.wakeup_one_at_a_time.m

	.p2align 4
	.globl test_test_kern_thread.wakeup_before_block
test_test_kern_thread.wakeup_before_block:
	jmp	test_test_kern_thread.wakeup_before_block.m

	.p2align 4
	.globl test_test_kern_thread.wait_uninterruptibly
test_test_kern_thread.wait_uninterruptibly:
	jmp	test_test_kern_thread.wait_uninterruptibly.m

	.p2align 4
	.globl test_test_kern_thread.interrupts_of_waits
test_test_kern_thread.interrupts_of_waits:
	jmp	test_test_kern_thread.interrupts_of_waits.m

	.p2align 4
	.globl test_test_kern_thread.timed_wait
test_test_kern_thread.timed_wait:
	jmp	test_test_kern_thread.timed_wait.m

	.p2align 4
	.globl test_test_kern_thread.third_step
test_test_kern_thread.third_step:
	jmp	test_test_kern_thread.third_step.m

	.p2align 4
	.globl test_test_kern_thread.second_step
test_test_kern_thread.second_step:
	jmp	test_test_kern_thread.second_step.m

	.p2align 4
	.globl test_test_kern_thread.first_step
test_test_kern_thread.first_step:
	jmp	test_test_kern_thread.first_step.m

	.p2align 4
	.globl test_test_kern_thread.continuation
test_test_kern_thread.continuation:
	jmp	test_test_kern_thread.continuation.m

	.p2align 4
	.globl test_test_kern_thread.step_with_argument
test_test_kern_thread.step_with_argument:
	jmp	test_test_kern_thread.step_with_argument.m

	.p2align 4
	.globl test_test_kern_thread.wait_with_argument
test_test_kern_thread.wait_with_argument:
	jmp	test_test_kern_thread.wait_with_argument.m

	.p2align 4
	.globl test_test_kern_thread.many_continuations
test_test_kern_thread.many_continuations:
	jmp	test_test_kern_thread.many_continuations.m

	.p2align 4
	.globl test_test_kern_thread.yield_with_continuation_2
test_test_kern_thread.yield_with_continuation_2:
	jmp	test_test_kern_thread.yield_with_continuation_2.m

	.p2align 4
	.globl test_test_kern_thread.yield_with_continuation_1
test_test_kern_thread.yield_with_continuation_1:
	jmp	test_test_kern_thread.yield_with_continuation_1.m

	.p2align 4
	.globl test_test_kern_thread.continuation_without_wait
test_test_kern_thread.continuation_without_wait:
	jmp	test_test_kern_thread.continuation_without_wait.m

	.p2align 4
	.globl test_test_kern_thread.spin_and_check
test_test_kern_thread.spin_and_check:
	jmp	test_test_kern_thread.spin_and_check.m

	.p2align 4
	.globl test_test_kern_thread.sleep_and_log
test_test_kern_thread.sleep_and_log:
	jmp	test_test_kern_thread.sleep_and_log.m

	.p2align 4
	.globl test_test_kern_thread.ast_requests
test_test_kern_thread.ast_requests:
	jmp	test_test_kern_thread.ast_requests.m

	.p2align 4
	.globl test_test_kern_thread.time_is_charged
test_test_kern_thread.time_is_charged:
	jmp	test_test_kern_thread.time_is_charged.m
	.section .note.GNU-stack,"",@progbits
