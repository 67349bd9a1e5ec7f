# Entries and inline assembly of test/test_linux_sched.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_sched.log_timer
	.type test_test_linux_sched.log_timer, @function
test_test_linux_sched.log_timer:
	movl	4(%esp), %ecx
	jmp	test_test_linux_sched.log_timer.m
	.size test_test_linux_sched.log_timer, . - test_test_linux_sched.log_timer

	.p2align 4
	.globl test_test_linux_sched.jiffies_advance
	.type test_test_linux_sched.jiffies_advance, @function
test_test_linux_sched.jiffies_advance:
	jmp	test_test_linux_sched.jiffies_advance.m
	.size test_test_linux_sched.jiffies_advance, . - test_test_linux_sched.jiffies_advance

	.p2align 4
	.globl test_test_linux_sched.delay_is_long_enough
	.type test_test_linux_sched.delay_is_long_enough, @function
test_test_linux_sched.delay_is_long_enough:
	jmp	test_test_linux_sched.delay_is_long_enough.m
	.size test_test_linux_sched.delay_is_long_enough, . - test_test_linux_sched.delay_is_long_enough

	.p2align 4
	.globl test_test_linux_sched.timers_in_order
	.type test_test_linux_sched.timers_in_order, @function
test_test_linux_sched.timers_in_order:
	jmp	test_test_linux_sched.timers_in_order.m
	.size test_test_linux_sched.timers_in_order, . - test_test_linux_sched.timers_in_order

	.p2align 4
	.globl test_test_linux_sched.timer_is_deleted
	.type test_test_linux_sched.timer_is_deleted, @function
test_test_linux_sched.timer_is_deleted:
	jmp	test_test_linux_sched.timer_is_deleted.m
	.size test_test_linux_sched.timer_is_deleted, . - test_test_linux_sched.timer_is_deleted

	.p2align 4
	.globl test_test_linux_sched.periodic_timer
	.type test_test_linux_sched.periodic_timer, @function
test_test_linux_sched.periodic_timer:
	movl	4(%esp), %ecx
	jmp	test_test_linux_sched.periodic_timer.m
	.size test_test_linux_sched.periodic_timer, . - test_test_linux_sched.periodic_timer

	.p2align 4
	.globl test_test_linux_sched.timer_starts_itself
	.type test_test_linux_sched.timer_starts_itself, @function
test_test_linux_sched.timer_starts_itself:
	jmp	test_test_linux_sched.timer_starts_itself.m
	.size test_test_linux_sched.timer_starts_itself, . - test_test_linux_sched.timer_starts_itself

	.p2align 4
	.globl test_test_linux_sched.timer_far_in_the_past
	.type test_test_linux_sched.timer_far_in_the_past, @function
test_test_linux_sched.timer_far_in_the_past:
	jmp	test_test_linux_sched.timer_far_in_the_past.m
	.size test_test_linux_sched.timer_far_in_the_past, . - test_test_linux_sched.timer_far_in_the_past

	.p2align 4
	.globl test_test_linux_sched.leave_trail
	.type test_test_linux_sched.leave_trail, @function
test_test_linux_sched.leave_trail:
	movl	4(%esp), %ecx
	jmp	test_test_linux_sched.leave_trail.m
	.size test_test_linux_sched.leave_trail, . - test_test_linux_sched.leave_trail

	.p2align 4
	.globl test_test_linux_sched.task_queue_order
	.type test_test_linux_sched.task_queue_order, @function
test_test_linux_sched.task_queue_order:
	jmp	test_test_linux_sched.task_queue_order.m
	.size test_test_linux_sched.task_queue_order, . - test_test_linux_sched.task_queue_order

	.p2align 4
	.globl test_test_linux_sched.count_half
	.type test_test_linux_sched.count_half, @function
test_test_linux_sched.count_half:
	jmp	test_test_linux_sched.count_half.m
	.size test_test_linux_sched.count_half, . - test_test_linux_sched.count_half

	.p2align 4
	.globl test_test_linux_sched.bottom_half_masking
	.type test_test_linux_sched.bottom_half_masking, @function
test_test_linux_sched.bottom_half_masking:
	jmp	test_test_linux_sched.bottom_half_masking.m
	.size test_test_linux_sched.bottom_half_masking, . - test_test_linux_sched.bottom_half_masking

	.p2align 4
	.globl test_test_linux_sched.up_timer
	.type test_test_linux_sched.up_timer, @function
test_test_linux_sched.up_timer:
	movl	4(%esp), %ecx
	jmp	test_test_linux_sched.up_timer.m
	.size test_test_linux_sched.up_timer, . - test_test_linux_sched.up_timer

	.p2align 4
	.globl test_test_linux_sched.semaphore_counts
	.type test_test_linux_sched.semaphore_counts, @function
test_test_linux_sched.semaphore_counts:
	jmp	test_test_linux_sched.semaphore_counts.m
	.size test_test_linux_sched.semaphore_counts, . - test_test_linux_sched.semaphore_counts

	.p2align 4
	.globl test_test_linux_sched.no_handler
	.type test_test_linux_sched.no_handler, @function
test_test_linux_sched.no_handler:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	test_test_linux_sched.no_handler.m
	ret
	.size test_test_linux_sched.no_handler, . - test_test_linux_sched.no_handler

	.p2align 4
	.globl test_test_linux_sched.interrupt_lines
	.type test_test_linux_sched.interrupt_lines, @function
test_test_linux_sched.interrupt_lines:
	jmp	test_test_linux_sched.interrupt_lines.m
	.size test_test_linux_sched.interrupt_lines, . - test_test_linux_sched.interrupt_lines

	.p2align 4
	.globl test_test_linux_sched.rtc_handler
	.type test_test_linux_sched.rtc_handler, @function
test_test_linux_sched.rtc_handler:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	test_test_linux_sched.rtc_handler.m
	ret
	.size test_test_linux_sched.rtc_handler, . - test_test_linux_sched.rtc_handler

	.p2align 4
	.globl test_test_linux_sched.interrupts_arrive
	.type test_test_linux_sched.interrupts_arrive, @function
test_test_linux_sched.interrupts_arrive:
	jmp	test_test_linux_sched.interrupts_arrive.m
	.size test_test_linux_sched.interrupts_arrive, . - test_test_linux_sched.interrupts_arrive

	.p2align 4
	.globl test_test_linux_sched.probe_for_line
	.type test_test_linux_sched.probe_for_line, @function
test_test_linux_sched.probe_for_line:
	jmp	test_test_linux_sched.probe_for_line.m
	.size test_test_linux_sched.probe_for_line, . - test_test_linux_sched.probe_for_line

	.p2align 4
	.globl test_test_linux_sched.wait_in_steps
	.type test_test_linux_sched.wait_in_steps, @function
test_test_linux_sched.wait_in_steps:
	jmp	test_test_linux_sched.wait_in_steps.m
	.size test_test_linux_sched.wait_in_steps, . - test_test_linux_sched.wait_in_steps

	.p2align 4
	.globl test_test_linux_sched.count_task
	.type test_test_linux_sched.count_task, @function
test_test_linux_sched.count_task:
	movl	4(%esp), %ecx
	jmp	test_test_linux_sched.count_task.m
	.size test_test_linux_sched.count_task, . - test_test_linux_sched.count_task

	.p2align 4
	.globl test_test_linux_sched.scheduler_queue
	.type test_test_linux_sched.scheduler_queue, @function
test_test_linux_sched.scheduler_queue:
	jmp	test_test_linux_sched.scheduler_queue.m
	.size test_test_linux_sched.scheduler_queue, . - test_test_linux_sched.scheduler_queue

	.p2align 4
	.globl asm.test_linux_sched_c.wait_for_log
asm.test_linux_sched_c.wait_for_log:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
