# Data of test/test_vm_object.c. Written by port.

# static counting_ops
	.section .rodata
	.globl	test_test_vm_object.counting_ops
	.type	test_test_vm_object.counting_ops, @object
	.size	test_test_vm_object.counting_ops, 12
	.balign	4
test_test_vm_object.counting_ops:
	.long	test_test_vm_object.counting_page_in	# .page_in
	.long	0	# .page_out
	.long	test_test_vm_object.counting_terminate	# .terminate

# static cases
	.section .rodata
	.globl	test_test_vm_object.cases
	.type	test_test_vm_object.cases, @object
	.size	test_test_vm_object.cases, 88
	.balign	4
test_test_vm_object.cases:
	.long	test_test_vm_object.str.0	# [0].name
	.long	test_test_vm_object.insert_and_lookup	# [0].run
	.long	test_test_vm_object.str.1	# [1].name
	.long	test_test_vm_object.table_keeps_apart	# [1].run
	.long	test_test_vm_object.str.2	# [2].name
	.long	test_test_vm_object.termination_frees_pages	# [2].run
	.long	test_test_vm_object.str.3	# [3].name
	.long	test_test_vm_object.references	# [3].run
	.long	test_test_vm_object.str.4	# [4].name
	.long	test_test_vm_object.rename_page	# [4].run
	.long	test_test_vm_object.str.5	# [5].name
	.long	test_test_vm_object.replace_page	# [5].run
	.long	test_test_vm_object.str.6	# [6].name
	.long	test_test_vm_object.deactivate_behind	# [6].run
	.long	test_test_vm_object.str.7	# [7].name
	.long	test_test_vm_object.remove_ranges	# [7].run
	.long	test_test_vm_object.str.8	# [8].name
	.long	test_test_vm_object.coalesce	# [8].run
	.long	test_test_vm_object.str.9	# [9].name
	.long	test_test_vm_object.pager_supplies_pages	# [9].run
	.long	test_test_vm_object.str.10	# [10].name
	.long	test_test_vm_object.pager_fails	# [10].run

# vm_object_suite
	.section .rodata
	.globl	vm_object_suite
	.type	vm_object_suite, @object
	.size	vm_object_suite, 16
	.balign	4
vm_object_suite:
	.long	test_test_vm_object.str.11	# .name
	.long	test_test_vm_object.cases	# .cases
	.long	0xb	# .count
	.zero	4

	.section .rodata
test_test_vm_object.str.0:
	.asciz	"insert_lookup"
test_test_vm_object.str.1:
	.asciz	"keeps_apart"
test_test_vm_object.str.2:
	.asciz	"termination"
test_test_vm_object.str.3:
	.asciz	"references"
test_test_vm_object.str.4:
	.asciz	"rename"
test_test_vm_object.str.5:
	.asciz	"replace"
test_test_vm_object.str.6:
	.asciz	"deactivate_behind"
test_test_vm_object.str.7:
	.asciz	"remove_ranges"
test_test_vm_object.str.8:
	.asciz	"coalesce"
test_test_vm_object.str.9:
	.asciz	"pager"
test_test_vm_object.str.10:
	.asciz	"pager_fails"
test_test_vm_object.str.11:
	.asciz	"vm_object"
	.section .note.GNU-stack,"",@progbits
