# Data of test/test_vm_contiguous.c. Written by port.

# static run
	.bss
	.globl	test_test_vm_contiguous.run
	.type	test_test_vm_contiguous.run, @object
	.size	test_test_vm_contiguous.run, 512
	.balign	4
test_test_vm_contiguous.run:
	.zero	512

# static other
	.bss
	.globl	test_test_vm_contiguous.other
	.type	test_test_vm_contiguous.other, @object
	.size	test_test_vm_contiguous.other, 512
	.balign	4
test_test_vm_contiguous.other:
	.zero	512

# static cases
	.section .rodata
	.globl	test_test_vm_contiguous.cases
	.type	test_test_vm_contiguous.cases, @object
	.size	test_test_vm_contiguous.cases, 64
	.balign	4
test_test_vm_contiguous.cases:
	.long	test_test_vm_contiguous.str.0	# [0].name
	.long	test_test_vm_contiguous.one_page	# [0].run
	.long	test_test_vm_contiguous.str.1	# [1].name
	.long	test_test_vm_contiguous.sizes	# [1].run
	.long	test_test_vm_contiguous.str.2	# [2].name
	.long	test_test_vm_contiguous.memory_of_run	# [2].run
	.long	test_test_vm_contiguous.str.3	# [3].name
	.long	test_test_vm_contiguous.runs_are_disjoint	# [3].run
	.long	test_test_vm_contiguous.str.4	# [4].name
	.long	test_test_vm_contiguous.pages_of_run_singly	# [4].run
	.long	test_test_vm_contiguous.str.5	# [5].name
	.long	test_test_vm_contiguous.own_bitmap	# [5].run
	.long	test_test_vm_contiguous.str.6	# [6].name
	.long	test_test_vm_contiguous.impossible	# [6].run
	.long	test_test_vm_contiguous.str.7	# [7].name
	.long	test_test_vm_contiguous.last_run	# [7].run

# vm_contiguous_suite
	.section .rodata
	.globl	vm_contiguous_suite
	.type	vm_contiguous_suite, @object
	.size	vm_contiguous_suite, 16
	.balign	4
vm_contiguous_suite:
	.long	test_test_vm_contiguous.str.8	# .name
	.long	test_test_vm_contiguous.cases	# .cases
	.long	8	# .count
	.zero	4

	.section .rodata
test_test_vm_contiguous.str.0:
	.asciz	"one_page"
test_test_vm_contiguous.str.1:
	.asciz	"sizes"
test_test_vm_contiguous.str.2:
	.asciz	"memory"
test_test_vm_contiguous.str.3:
	.asciz	"disjoint"
test_test_vm_contiguous.str.4:
	.asciz	"singly"
test_test_vm_contiguous.str.5:
	.asciz	"own_bitmap"
test_test_vm_contiguous.str.6:
	.asciz	"impossible"
test_test_vm_contiguous.str.7:
	.asciz	"last_run"
test_test_vm_contiguous.str.8:
	.asciz	"vm_contiguous"
	.section .note.GNU-stack,"",@progbits
