# Data of test/test_kern_lock.c. Written by port.

# static lock
	.bss
	.globl	test_test_kern_lock.lock
	.type	test_test_kern_lock.lock, @object
	.size	test_test_kern_lock.lock, 8
	.balign	4
test_test_kern_lock.lock:
	.zero	8

# static events
	.bss
	.globl	test_test_kern_lock.events
	.type	test_test_kern_lock.events, @object
	.size	test_test_kern_lock.events, 32
	.balign	1
test_test_kern_lock.events:
	.zero	32

# static nevents
	.bss
	.globl	test_test_kern_lock.nevents
	.type	test_test_kern_lock.nevents, @object
	.size	test_test_kern_lock.nevents, 4
	.balign	4
test_test_kern_lock.nevents:
	.zero	4

# static cases
	.section .rodata
	.globl	test_test_kern_lock.cases
	.type	test_test_kern_lock.cases, @object
	.size	test_test_kern_lock.cases, 56
	.balign	4
test_test_kern_lock.cases:
	.long	test_test_kern_lock.str.0	# [0].name
	.long	test_test_kern_lock.readers_share	# [0].run
	.long	test_test_kern_lock.str.1	# [1].name
	.long	test_test_kern_lock.writer_excludes	# [1].run
	.long	test_test_kern_lock.str.2	# [2].name
	.long	test_test_kern_lock.writer_goes_first	# [2].run
	.long	test_test_kern_lock.str.3	# [3].name
	.long	test_test_kern_lock.upgrade_and_downgrade	# [3].run
	.long	test_test_kern_lock.str.4	# [4].name
	.long	test_test_kern_lock.one_upgrade_only	# [4].run
	.long	test_test_kern_lock.str.5	# [5].name
	.long	test_test_kern_lock.try_upgrade	# [5].run
	.long	test_test_kern_lock.str.6	# [6].name
	.long	test_test_kern_lock.recursion	# [6].run

# kern_lock_suite
	.section .rodata
	.globl	kern_lock_suite
	.type	kern_lock_suite, @object
	.size	kern_lock_suite, 16
	.balign	4
kern_lock_suite:
	.long	test_test_kern_lock.str.7	# .name
	.long	test_test_kern_lock.cases	# .cases
	.long	7	# .count
	.zero	4

	.section .rodata
test_test_kern_lock.str.0:
	.asciz	"readers_share"
test_test_kern_lock.str.1:
	.asciz	"writer_excludes"
test_test_kern_lock.str.2:
	.asciz	"writer_goes_first"
test_test_kern_lock.str.3:
	.asciz	"upgrade_and_downgrade"
test_test_kern_lock.str.4:
	.asciz	"one_upgrade_only"
test_test_kern_lock.str.5:
	.asciz	"try_upgrade"
test_test_kern_lock.str.6:
	.asciz	"recursion"
test_test_kern_lock.str.7:
	.asciz	"lock"
	.section .note.GNU-stack,"",@progbits
