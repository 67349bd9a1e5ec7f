# Data of test/test_kern_thread.c. Written by port.

# static log_text
	.bss
	.globl	test_test_kern_thread.log_text
	.type	test_test_kern_thread.log_text, @object
	.size	test_test_kern_thread.log_text, 64
	.balign	1
test_test_kern_thread.log_text:
	.zero	64

# static log_length
	.bss
	.globl	test_test_kern_thread.log_length
	.type	test_test_kern_thread.log_length, @object
	.size	test_test_kern_thread.log_length, 4
	.balign	4
test_test_kern_thread.log_length:
	.zero	4

# static stacks_wrong
	.bss
	.globl	test_test_kern_thread.stacks_wrong
	.type	test_test_kern_thread.stacks_wrong, @object
	.size	test_test_kern_thread.stacks_wrong, 4
	.balign	4
test_test_kern_thread.stacks_wrong:
	.zero	4

# static depth in stacks
	.data
	.globl	test_test_kern_thread.stacks.depth
	.type	test_test_kern_thread.stacks.depth, @object
	.size	test_test_kern_thread.stacks.depth, 4
	.balign	4
test_test_kern_thread.stacks.depth:
	.long	0x14

# static event_a
	.bss
	.globl	test_test_kern_thread.event_a
	.type	test_test_kern_thread.event_a, @object
	.size	test_test_kern_thread.event_a, 4
	.balign	4
test_test_kern_thread.event_a:
	.zero	4

# static event_b
	.bss
	.globl	test_test_kern_thread.event_b
	.type	test_test_kern_thread.event_b, @object
	.size	test_test_kern_thread.event_b, 4
	.balign	4
test_test_kern_thread.event_b:
	.zero	4

# static continuations_run
	.bss
	.globl	test_test_kern_thread.continuations_run
	.type	test_test_kern_thread.continuations_run, @object
	.size	test_test_kern_thread.continuations_run, 4
	.balign	4
test_test_kern_thread.continuations_run:
	.zero	4

# static cases
	.section .rodata
	.globl	test_test_kern_thread.cases
	.type	test_test_kern_thread.cases, @object
	.size	test_test_kern_thread.cases, 136
	.balign	4
test_test_kern_thread.cases:
	.long	test_test_kern_thread.str.0	# [0].name
	.long	test_test_kern_thread.start_and_end	# [0].run
	.long	test_test_kern_thread.str.1	# [1].name
	.long	test_test_kern_thread.end_gives_all_back	# [1].run
	.long	test_test_kern_thread.str.2	# [2].name
	.long	test_test_kern_thread.stacks	# [2].run
	.long	test_test_kern_thread.str.3	# [3].name
	.long	test_test_kern_thread.priorities	# [3].run
	.long	test_test_kern_thread.str.4	# [4].name
	.long	test_test_kern_thread.change_priority	# [4].run
	.long	test_test_kern_thread.str.5	# [5].name
	.long	test_test_kern_thread.equals_take_turns	# [5].run
	.long	test_test_kern_thread.str.6	# [6].name
	.long	test_test_kern_thread.yield_not_to_worse	# [6].run
	.long	test_test_kern_thread.str.7	# [7].name
	.long	test_test_kern_thread.wakeup_all	# [7].run
	.long	test_test_kern_thread.str.8	# [8].name
	.long	test_test_kern_thread.wakeup_one_at_a_time	# [8].run
	.long	test_test_kern_thread.str.9	# [9].name
	.long	test_test_kern_thread.wakeup_before_block	# [9].run
	.long	test_test_kern_thread.str.10	# [10].name
	.long	test_test_kern_thread.interrupts_of_waits	# [10].run
	.long	test_test_kern_thread.str.11	# [11].name
	.long	test_test_kern_thread.timed_wait	# [11].run
	.long	test_test_kern_thread.str.12	# [12].name
	.long	test_test_kern_thread.continuation	# [12].run
	.long	test_test_kern_thread.str.13	# [13].name
	.long	test_test_kern_thread.many_continuations	# [13].run
	.long	test_test_kern_thread.str.14	# [14].name
	.long	test_test_kern_thread.continuation_without_wait	# [14].run
	.long	test_test_kern_thread.str.15	# [15].name
	.long	test_test_kern_thread.ast_requests	# [15].run
	.long	test_test_kern_thread.str.16	# [16].name
	.long	test_test_kern_thread.time_is_charged	# [16].run

# kern_thread_suite
	.section .rodata
	.globl	kern_thread_suite
	.type	kern_thread_suite, @object
	.size	kern_thread_suite, 16
	.balign	4
kern_thread_suite:
	.long	test_test_kern_thread.str.17	# .name
	.long	test_test_kern_thread.cases	# .cases
	.long	0x11	# .count
	.zero	4

	.section .rodata
test_test_kern_thread.str.0:
	.asciz	"start_and_end"
test_test_kern_thread.str.1:
	.asciz	"end_gives_all_back"
test_test_kern_thread.str.2:
	.asciz	"stacks"
test_test_kern_thread.str.3:
	.asciz	"priorities"
test_test_kern_thread.str.4:
	.asciz	"change_priority"
test_test_kern_thread.str.5:
	.asciz	"equals_take_turns"
test_test_kern_thread.str.6:
	.asciz	"yield_not_to_worse"
test_test_kern_thread.str.7:
	.asciz	"wakeup_all"
test_test_kern_thread.str.8:
	.asciz	"wakeup_one"
test_test_kern_thread.str.9:
	.asciz	"wakeup_before_block"
test_test_kern_thread.str.10:
	.asciz	"interrupts"
test_test_kern_thread.str.11:
	.asciz	"timed_wait"
test_test_kern_thread.str.12:
	.asciz	"continuation"
test_test_kern_thread.str.13:
	.asciz	"many_continuations"
test_test_kern_thread.str.14:
	.asciz	"continuation_no_wait"
test_test_kern_thread.str.15:
	.asciz	"ast"
test_test_kern_thread.str.16:
	.asciz	"time_charged"
test_test_kern_thread.str.17:
	.asciz	"thread"
	.section .note.GNU-stack,"",@progbits
