# Data of test/test_kern_clock.c. Written by port.

# static order
	.bss
	.globl	test_test_kern_clock.order
	.type	test_test_kern_clock.order, @object
	.size	test_test_kern_clock.order, 64
	.balign	4
test_test_kern_clock.order:
	.zero	64

# static fired
	.bss
	.globl	test_test_kern_clock.fired
	.type	test_test_kern_clock.fired, @object
	.size	test_test_kern_clock.fired, 4
	.balign	4
test_test_kern_clock.fired:
	.zero	4

# static elts
	.bss
	.globl	test_test_kern_clock.elts
	.type	test_test_kern_clock.elts, @object
	.size	test_test_kern_clock.elts, 384
	.balign	4
test_test_kern_clock.elts:
	.zero	384

# static delay in in_order_of_time
	.section .rodata
	.globl	test_test_kern_clock.in_order_of_time.delay
	.type	test_test_kern_clock.in_order_of_time.delay, @object
	.size	test_test_kern_clock.in_order_of_time.delay, 6
	.balign	1
test_test_kern_clock.in_order_of_time.delay:
	.byte	0x07	# [0]
	.byte	0x02	# [1]
	.byte	0x05	# [2]
	.byte	0x02	# [3]
	.byte	0x01	# [4]
	.byte	0x09	# [5]

# static fired_at
	.bss
	.globl	test_test_kern_clock.fired_at
	.type	test_test_kern_clock.fired_at, @object
	.size	test_test_kern_clock.fired_at, 4
	.balign	4
test_test_kern_clock.fired_at:
	.zero	4

# static cases
	.section .rodata
	.globl	test_test_kern_clock.cases
	.type	test_test_kern_clock.cases, @object
	.size	test_test_kern_clock.cases, 64
	.balign	4
test_test_kern_clock.cases:
	.long	test_test_kern_clock.str.0	# [0].name
	.long	test_test_kern_clock.in_order_of_time	# [0].run
	.long	test_test_kern_clock.str.1	# [1].name
	.long	test_test_kern_clock.taken_back	# [1].run
	.long	test_test_kern_clock.str.2	# [2].name
	.long	test_test_kern_clock.anonymous	# [2].run
	.long	test_test_kern_clock.str.3	# [3].name
	.long	test_test_kern_clock.set_from_inside	# [3].run
	.long	test_test_kern_clock.str.4	# [4].name
	.long	test_test_kern_clock.on_time	# [4].run
	.long	test_test_kern_clock.str.5	# [5].name
	.long	test_test_kern_clock.waits_end	# [5].run
	.long	test_test_kern_clock.str.6	# [6].name
	.long	test_test_kern_clock.milliseconds	# [6].run
	.long	test_test_kern_clock.str.7	# [7].name
	.long	test_test_kern_clock.time_goes_on	# [7].run

# kern_clock_suite
	.section .rodata
	.globl	kern_clock_suite
	.type	kern_clock_suite, @object
	.size	kern_clock_suite, 16
	.balign	4
kern_clock_suite:
	.long	test_test_kern_clock.str.8	# .name
	.long	test_test_kern_clock.cases	# .cases
	.long	8	# .count
	.zero	4

	.section .rodata
test_test_kern_clock.str.0:
	.asciz	"in_order_of_time"
test_test_kern_clock.str.1:
	.asciz	"taken_back"
test_test_kern_clock.str.2:
	.asciz	"anonymous"
test_test_kern_clock.str.3:
	.asciz	"set_from_inside"
test_test_kern_clock.str.4:
	.asciz	"on_time"
test_test_kern_clock.str.5:
	.asciz	"waits_end"
test_test_kern_clock.str.6:
	.asciz	"milliseconds"
test_test_kern_clock.str.7:
	.asciz	"time_goes_on"
test_test_kern_clock.str.8:
	.asciz	"clock"
	.section .note.GNU-stack,"",@progbits
