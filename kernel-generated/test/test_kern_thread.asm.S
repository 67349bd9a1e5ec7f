# Entries and inline assembly of test/test_kern_thread.c. Written by port.
	.text

	.p2align 4
	.globl test_test_kern_thread.log_argument
	.type test_test_kern_thread.log_argument, @function
test_test_kern_thread.log_argument:
	jmp	test_test_kern_thread.log_argument.m
	.size test_test_kern_thread.log_argument, . - test_test_kern_thread.log_argument

	.p2align 4
	.globl test_test_kern_thread.start_and_end
	.type test_test_kern_thread.start_and_end, @function
test_test_kern_thread.start_and_end:
	jmp	test_test_kern_thread.start_and_end.m
	.size test_test_kern_thread.start_and_end, . - test_test_kern_thread.start_and_end

	.p2align 4
	.globl test_test_kern_thread.end_gives_all_back
	.type test_test_kern_thread.end_gives_all_back, @function
test_test_kern_thread.end_gives_all_back:
	jmp	test_test_kern_thread.end_gives_all_back.m
	.size test_test_kern_thread.end_gives_all_back, . - test_test_kern_thread.end_gives_all_back

	.p2align 4
	.globl test_test_kern_thread.use_stack
	.type test_test_kern_thread.use_stack, @function
test_test_kern_thread.use_stack:
	jmp	test_test_kern_thread.use_stack.m
	.size test_test_kern_thread.use_stack, . - test_test_kern_thread.use_stack

	.p2align 4
	.globl test_test_kern_thread.stacks
	.type test_test_kern_thread.stacks, @function
test_test_kern_thread.stacks:
	jmp	test_test_kern_thread.stacks.m
	.size test_test_kern_thread.stacks, . - test_test_kern_thread.stacks

	.p2align 4
	.globl test_test_kern_thread.priorities
	.type test_test_kern_thread.priorities, @function
test_test_kern_thread.priorities:
	jmp	test_test_kern_thread.priorities.m
	.size test_test_kern_thread.priorities, . - test_test_kern_thread.priorities

	.p2align 4
	.globl test_test_kern_thread.change_priority
	.type test_test_kern_thread.change_priority, @function
test_test_kern_thread.change_priority:
	jmp	test_test_kern_thread.change_priority.m
	.size test_test_kern_thread.change_priority, . - test_test_kern_thread.change_priority

	.p2align 4
	.globl test_test_kern_thread.log_three_times
	.type test_test_kern_thread.log_three_times, @function
test_test_kern_thread.log_three_times:
	jmp	test_test_kern_thread.log_three_times.m
	.size test_test_kern_thread.log_three_times, . - test_test_kern_thread.log_three_times

	.p2align 4
	.globl test_test_kern_thread.equals_take_turns
	.type test_test_kern_thread.equals_take_turns, @function
test_test_kern_thread.equals_take_turns:
	jmp	test_test_kern_thread.equals_take_turns.m
	.size test_test_kern_thread.equals_take_turns, . - test_test_kern_thread.equals_take_turns

	.p2align 4
	.globl test_test_kern_thread.yield_not_to_worse
	.type test_test_kern_thread.yield_not_to_worse, @function
test_test_kern_thread.yield_not_to_worse:
	jmp	test_test_kern_thread.yield_not_to_worse.m
	.size test_test_kern_thread.yield_not_to_worse, . - test_test_kern_thread.yield_not_to_worse

	.p2align 4
	.globl test_test_kern_thread.wait_for_a
	.type test_test_kern_thread.wait_for_a, @function
test_test_kern_thread.wait_for_a:
	jmp	test_test_kern_thread.wait_for_a.m
	.size test_test_kern_thread.wait_for_a, . - test_test_kern_thread.wait_for_a

	.p2align 4
	.globl test_test_kern_thread.wakeup_all
	.type test_test_kern_thread.wakeup_all, @function
test_test_kern_thread.wakeup_all:
	jmp	test_test_kern_thread.wakeup_all.m
	.size test_test_kern_thread.wakeup_all, . - test_test_kern_thread.wakeup_all

	.p2align 4
	.globl test_test_kern_thread.wakeup_one_at_a_time
	.type test_test_kern_thread.wakeup_one_at_a_time, @function
test_test_kern_thread.wakeup_one_at_a_time:
	jmp	test_test_kern_thread.wakeup_one_at_a_time.m
	.size test_test_kern_thread.wakeup_one_at_a_time, . - test_test_kern_thread.wakeup_one_at_a_time

	.p2align 4
	.globl test_test_kern_thread.wakeup_before_block
	.type test_test_kern_thread.wakeup_before_block, @function
test_test_kern_thread.wakeup_before_block:
	jmp	test_test_kern_thread.wakeup_before_block.m
	.size test_test_kern_thread.wakeup_before_block, . - test_test_kern_thread.wakeup_before_block

	.p2align 4
	.globl test_test_kern_thread.wait_uninterruptibly
	.type test_test_kern_thread.wait_uninterruptibly, @function
test_test_kern_thread.wait_uninterruptibly:
	jmp	test_test_kern_thread.wait_uninterruptibly.m
	.size test_test_kern_thread.wait_uninterruptibly, . - test_test_kern_thread.wait_uninterruptibly

	.p2align 4
	.globl test_test_kern_thread.interrupts_of_waits
	.type test_test_kern_thread.interrupts_of_waits, @function
test_test_kern_thread.interrupts_of_waits:
	jmp	test_test_kern_thread.interrupts_of_waits.m
	.size test_test_kern_thread.interrupts_of_waits, . - test_test_kern_thread.interrupts_of_waits

	.p2align 4
	.globl test_test_kern_thread.timed_wait
	.type test_test_kern_thread.timed_wait, @function
test_test_kern_thread.timed_wait:
	jmp	test_test_kern_thread.timed_wait.m
	.size test_test_kern_thread.timed_wait, . - test_test_kern_thread.timed_wait

	.p2align 4
	.globl test_test_kern_thread.third_step
	.type test_test_kern_thread.third_step, @function
test_test_kern_thread.third_step:
	jmp	test_test_kern_thread.third_step.m
	.size test_test_kern_thread.third_step, . - test_test_kern_thread.third_step

	.p2align 4
	.globl test_test_kern_thread.second_step
	.type test_test_kern_thread.second_step, @function
test_test_kern_thread.second_step:
	jmp	test_test_kern_thread.second_step.m
	.size test_test_kern_thread.second_step, . - test_test_kern_thread.second_step

	.p2align 4
	.globl test_test_kern_thread.first_step
	.type test_test_kern_thread.first_step, @function
test_test_kern_thread.first_step:
	jmp	test_test_kern_thread.first_step.m
	.size test_test_kern_thread.first_step, . - test_test_kern_thread.first_step

	.p2align 4
	.globl test_test_kern_thread.continuation
	.type test_test_kern_thread.continuation, @function
test_test_kern_thread.continuation:
	jmp	test_test_kern_thread.continuation.m
	.size test_test_kern_thread.continuation, . - test_test_kern_thread.continuation

	.p2align 4
	.globl test_test_kern_thread.step_with_argument
	.type test_test_kern_thread.step_with_argument, @function
test_test_kern_thread.step_with_argument:
	jmp	test_test_kern_thread.step_with_argument.m
	.size test_test_kern_thread.step_with_argument, . - test_test_kern_thread.step_with_argument

	.p2align 4
	.globl test_test_kern_thread.wait_with_argument
	.type test_test_kern_thread.wait_with_argument, @function
test_test_kern_thread.wait_with_argument:
	jmp	test_test_kern_thread.wait_with_argument.m
	.size test_test_kern_thread.wait_with_argument, . - test_test_kern_thread.wait_with_argument

	.p2align 4
	.globl test_test_kern_thread.many_continuations
	.type test_test_kern_thread.many_continuations, @function
test_test_kern_thread.many_continuations:
	jmp	test_test_kern_thread.many_continuations.m
	.size test_test_kern_thread.many_continuations, . - test_test_kern_thread.many_continuations

	.p2align 4
	.globl test_test_kern_thread.yield_with_continuation_2
	.type test_test_kern_thread.yield_with_continuation_2, @function
test_test_kern_thread.yield_with_continuation_2:
	jmp	test_test_kern_thread.yield_with_continuation_2.m
	.size test_test_kern_thread.yield_with_continuation_2, . - test_test_kern_thread.yield_with_continuation_2

	.p2align 4
	.globl test_test_kern_thread.yield_with_continuation_1
	.type test_test_kern_thread.yield_with_continuation_1, @function
test_test_kern_thread.yield_with_continuation_1:
	jmp	test_test_kern_thread.yield_with_continuation_1.m
	.size test_test_kern_thread.yield_with_continuation_1, . - test_test_kern_thread.yield_with_continuation_1

	.p2align 4
	.globl test_test_kern_thread.continuation_without_wait
	.type test_test_kern_thread.continuation_without_wait, @function
test_test_kern_thread.continuation_without_wait:
	jmp	test_test_kern_thread.continuation_without_wait.m
	.size test_test_kern_thread.continuation_without_wait, . - test_test_kern_thread.continuation_without_wait

	.p2align 4
	.globl test_test_kern_thread.spin_and_check
	.type test_test_kern_thread.spin_and_check, @function
test_test_kern_thread.spin_and_check:
	jmp	test_test_kern_thread.spin_and_check.m
	.size test_test_kern_thread.spin_and_check, . - test_test_kern_thread.spin_and_check

	.p2align 4
	.globl test_test_kern_thread.sleep_and_log
	.type test_test_kern_thread.sleep_and_log, @function
test_test_kern_thread.sleep_and_log:
	jmp	test_test_kern_thread.sleep_and_log.m
	.size test_test_kern_thread.sleep_and_log, . - test_test_kern_thread.sleep_and_log

	.p2align 4
	.globl test_test_kern_thread.ast_requests
	.type test_test_kern_thread.ast_requests, @function
test_test_kern_thread.ast_requests:
	jmp	test_test_kern_thread.ast_requests.m
	.size test_test_kern_thread.ast_requests, . - test_test_kern_thread.ast_requests

	.p2align 4
	.globl test_test_kern_thread.time_is_charged
	.type test_test_kern_thread.time_is_charged, @function
test_test_kern_thread.time_is_charged:
	jmp	test_test_kern_thread.time_is_charged.m
	.size test_test_kern_thread.time_is_charged, . - test_test_kern_thread.time_is_charged
	.section .note.GNU-stack,"",@progbits
