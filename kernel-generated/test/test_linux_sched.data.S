# Data of test/test_linux_sched.c. Written by port.

# static log_count
	.bss
	.globl	test_test_linux_sched.log_count
	.type	test_test_linux_sched.log_count, @object
	.size	test_test_linux_sched.log_count, 4
	.balign	4
test_test_linux_sched.log_count:
	.zero	4

# static log_data
	.bss
	.globl	test_test_linux_sched.log_data
	.type	test_test_linux_sched.log_data, @object
	.size	test_test_linux_sched.log_data, 64
	.balign	4
test_test_linux_sched.log_data:
	.zero	64

# static log_tick
	.bss
	.globl	test_test_linux_sched.log_tick
	.type	test_test_linux_sched.log_tick, @object
	.size	test_test_linux_sched.log_tick, 64
	.balign	4
test_test_linux_sched.log_tick:
	.zero	64

# static log_wait
	.bss
	.globl	test_test_linux_sched.log_wait
	.type	test_test_linux_sched.log_wait, @object
	.size	test_test_linux_sched.log_wait, 4
	.balign	4
test_test_linux_sched.log_wait:
	.zero	4

# static periodic
	.bss
	.globl	test_test_linux_sched.periodic
	.type	test_test_linux_sched.periodic, @object
	.size	test_test_linux_sched.periodic, 20
	.balign	4
test_test_linux_sched.periodic:
	.zero	20

# static trail
	.bss
	.globl	test_test_linux_sched.trail
	.type	test_test_linux_sched.trail, @object
	.size	test_test_linux_sched.trail, 8
	.balign	1
test_test_linux_sched.trail:
	.zero	8

# static trail_length
	.bss
	.globl	test_test_linux_sched.trail_length
	.type	test_test_linux_sched.trail_length, @object
	.size	test_test_linux_sched.trail_length, 4
	.balign	4
test_test_linux_sched.trail_length:
	.zero	4

# static half_runs
	.bss
	.globl	test_test_linux_sched.half_runs
	.type	test_test_linux_sched.half_runs, @object
	.size	test_test_linux_sched.half_runs, 4
	.balign	4
test_test_linux_sched.half_runs:
	.zero	4

# static test_sem
	.bss
	.globl	test_test_linux_sched.test_sem
	.type	test_test_linux_sched.test_sem, @object
	.size	test_test_linux_sched.test_sem, 8
	.balign	4
test_test_linux_sched.test_sem:
	.zero	8

# static rtc_interrupts
	.bss
	.globl	test_test_linux_sched.rtc_interrupts
	.type	test_test_linux_sched.rtc_interrupts, @object
	.size	test_test_linux_sched.rtc_interrupts, 4
	.balign	4
test_test_linux_sched.rtc_interrupts:
	.zero	4

# static rtc_wrong
	.bss
	.globl	test_test_linux_sched.rtc_wrong
	.type	test_test_linux_sched.rtc_wrong, @object
	.size	test_test_linux_sched.rtc_wrong, 4
	.balign	4
test_test_linux_sched.rtc_wrong:
	.zero	4

# static count in scheduler_queue
	.bss
	.globl	test_test_linux_sched.scheduler_queue.count
	.type	test_test_linux_sched.scheduler_queue.count, @object
	.size	test_test_linux_sched.scheduler_queue.count, 4
	.balign	4
test_test_linux_sched.scheduler_queue.count:
	.zero	4

# static task in scheduler_queue
	.data
	.globl	test_test_linux_sched.scheduler_queue.task
	.type	test_test_linux_sched.scheduler_queue.task, @object
	.size	test_test_linux_sched.scheduler_queue.task, 16
	.balign	4
test_test_linux_sched.scheduler_queue.task:
	.zero	8
	.long	test_test_linux_sched.count_task	# .routine
	.long	test_test_linux_sched.scheduler_queue.count	# .data

# static cases
	.section .rodata
	.globl	test_test_linux_sched.cases
	.type	test_test_linux_sched.cases, @object
	.size	test_test_linux_sched.cases, 112
	.balign	4
test_test_linux_sched.cases:
	.long	test_test_linux_sched.str.0	# [0].name
	.long	test_test_linux_sched.jiffies_advance	# [0].run
	.long	test_test_linux_sched.str.1	# [1].name
	.long	test_test_linux_sched.delay_is_long_enough	# [1].run
	.long	test_test_linux_sched.str.2	# [2].name
	.long	test_test_linux_sched.timers_in_order	# [2].run
	.long	test_test_linux_sched.str.3	# [3].name
	.long	test_test_linux_sched.timer_is_deleted	# [3].run
	.long	test_test_linux_sched.str.4	# [4].name
	.long	test_test_linux_sched.timer_starts_itself	# [4].run
	.long	test_test_linux_sched.str.5	# [5].name
	.long	test_test_linux_sched.timer_far_in_the_past	# [5].run
	.long	test_test_linux_sched.str.6	# [6].name
	.long	test_test_linux_sched.task_queue_order	# [6].run
	.long	test_test_linux_sched.str.7	# [7].name
	.long	test_test_linux_sched.bottom_half_masking	# [7].run
	.long	test_test_linux_sched.str.8	# [8].name
	.long	test_test_linux_sched.semaphore_counts	# [8].run
	.long	test_test_linux_sched.str.9	# [9].name
	.long	test_test_linux_sched.interrupt_lines	# [9].run
	.long	test_test_linux_sched.str.10	# [10].name
	.long	test_test_linux_sched.interrupts_arrive	# [10].run
	.long	test_test_linux_sched.str.11	# [11].name
	.long	test_test_linux_sched.probe_for_line	# [11].run
	.long	test_test_linux_sched.str.12	# [12].name
	.long	test_test_linux_sched.wait_in_steps	# [12].run
	.long	test_test_linux_sched.str.13	# [13].name
	.long	test_test_linux_sched.scheduler_queue	# [13].run

# linux_sched_suite
	.section .rodata
	.globl	linux_sched_suite
	.type	linux_sched_suite, @object
	.size	linux_sched_suite, 16
	.balign	4
linux_sched_suite:
	.long	test_test_linux_sched.str.14	# .name
	.long	test_test_linux_sched.cases	# .cases
	.long	0xe	# .count
	.zero	4

	.section .rodata
test_test_linux_sched.str.0:
	.asciz	"jiffies"
test_test_linux_sched.str.1:
	.asciz	"delay"
test_test_linux_sched.str.2:
	.asciz	"timers_in_order"
test_test_linux_sched.str.3:
	.asciz	"timer_deleted"
test_test_linux_sched.str.4:
	.asciz	"timer_periodic"
test_test_linux_sched.str.5:
	.asciz	"timer_past"
test_test_linux_sched.str.6:
	.asciz	"task_queue"
test_test_linux_sched.str.7:
	.asciz	"bottom_half"
test_test_linux_sched.str.8:
	.asciz	"semaphore"
test_test_linux_sched.str.9:
	.asciz	"interrupt_lines"
test_test_linux_sched.str.10:
	.asciz	"interrupts"
test_test_linux_sched.str.11:
	.asciz	"probe"
test_test_linux_sched.str.12:
	.asciz	"wait_in_steps"
test_test_linux_sched.str.13:
	.asciz	"scheduler_queue"
test_test_linux_sched.str.14:
	.asciz	"linux_sched"
	.section .note.GNU-stack,"",@progbits
