# Data of test/test_vm_pageout.c. Written by port.

# static store
	.bss
	.globl	test_test_vm_pageout.store
	.type	test_test_vm_pageout.store, @object
	.size	test_test_vm_pageout.store, 104
	.balign	4
test_test_vm_pageout.store:
	.zero	104

# static store_ops
	.section .rodata
	.globl	test_test_vm_pageout.store_ops
	.type	test_test_vm_pageout.store_ops, @object
	.size	test_test_vm_pageout.store_ops, 12
	.balign	4
test_test_vm_pageout.store_ops:
	.long	test_test_vm_pageout.store_in	# .page_in
	.long	test_test_vm_pageout.store_out	# .page_out
	.long	test_test_vm_pageout.store_end	# .terminate

# static got
	.bss
	.globl	test_test_vm_pageout.got
	.type	test_test_vm_pageout.got, @object
	.size	test_test_vm_pageout.got, 4
	.balign	4
test_test_vm_pageout.got:
	.zero	4

# static waits
	.bss
	.globl	test_test_vm_pageout.waits
	.type	test_test_vm_pageout.waits, @object
	.size	test_test_vm_pageout.waits, 4
	.balign	4
test_test_vm_pageout.waits:
	.zero	4

# static cases
	.section .rodata
	.globl	test_test_vm_pageout.cases
	.type	test_test_vm_pageout.cases, @object
	.size	test_test_vm_pageout.cases, 56
	.balign	4
test_test_vm_pageout.cases:
	.long	test_test_vm_pageout.str.0	# [0].name
	.long	test_test_vm_pageout.clean_pages_go	# [0].run
	.long	test_test_vm_pageout.str.1	# [1].name
	.long	test_test_vm_pageout.dirty_pages_are_stored	# [1].run
	.long	test_test_vm_pageout.str.2	# [2].name
	.long	test_test_vm_pageout.used_pages_get_a_chance	# [2].run
	.long	test_test_vm_pageout.str.3	# [3].name
	.long	test_test_vm_pageout.mapped_writes_are_stored	# [3].run
	.long	test_test_vm_pageout.str.4	# [4].name
	.long	test_test_vm_pageout.mapped_reads_count	# [4].run
	.long	test_test_vm_pageout.str.5	# [5].name
	.long	test_test_vm_pageout.wired_pages_stay	# [5].run
	.long	test_test_vm_pageout.str.6	# [6].name
	.long	test_test_vm_pageout.waiters_wake_up	# [6].run

# vm_pageout_suite
	.section .rodata
	.globl	vm_pageout_suite
	.type	vm_pageout_suite, @object
	.size	vm_pageout_suite, 16
	.balign	4
vm_pageout_suite:
	.long	test_test_vm_pageout.str.7	# .name
	.long	test_test_vm_pageout.cases	# .cases
	.long	7	# .count
	.zero	4

	.section .rodata
test_test_vm_pageout.str.0:
	.asciz	"clean_pages_go"
test_test_vm_pageout.str.1:
	.asciz	"dirty_pages_are_stored"
test_test_vm_pageout.str.2:
	.asciz	"used_pages_get_a_chance"
test_test_vm_pageout.str.3:
	.asciz	"mapped_writes_are_stored"
test_test_vm_pageout.str.4:
	.asciz	"mapped_reads_count"
test_test_vm_pageout.str.5:
	.asciz	"wired_pages_stay"
test_test_vm_pageout.str.6:
	.asciz	"waiters_wake_up"
test_test_vm_pageout.str.7:
	.asciz	"vm_pageout"
	.section .note.GNU-stack,"",@progbits
