# Data of test/test_vm_page.c. Written by port.

# static pages
	.bss
	.globl	test_test_vm_page.pages
	.type	test_test_vm_page.pages, @object
	.size	test_test_vm_page.pages, 256
	.balign	4
test_test_vm_page.pages:
	.zero	256

# static cases
	.section .rodata
	.globl	test_test_vm_page.cases
	.type	test_test_vm_page.cases, @object
	.size	test_test_vm_page.cases, 120
	.balign	4
test_test_vm_page.cases:
	.long	test_test_vm_page.str.0	# [0].name
	.long	test_test_vm_page.size_of_page	# [0].run
	.long	test_test_vm_page.str.1	# [1].name
	.long	test_test_vm_page.grab_and_release	# [1].run
	.long	test_test_vm_page.str.2	# [2].name
	.long	test_test_vm_page.pages_are_distinct	# [2].run
	.long	test_test_vm_page.str.3	# [3].name
	.long	test_test_vm_page.memory_is_separate	# [3].run
	.long	test_test_vm_page.str.4	# [4].name
	.long	test_test_vm_page.zero_fill_and_copy	# [4].run
	.long	test_test_vm_page.str.5	# [5].name
	.long	test_test_vm_page.grab_phys_addr	# [5].run
	.long	test_test_vm_page.str.6	# [6].name
	.long	test_test_vm_page.exhaustion	# [6].run
	.long	test_test_vm_page.str.7	# [7].name
	.long	test_test_vm_page.privilege	# [7].run
	.long	test_test_vm_page.str.8	# [8].name
	.long	test_test_vm_page.external_limit	# [8].run
	.long	test_test_vm_page.str.9	# [9].name
	.long	test_test_vm_page.fictitious	# [9].run
	.long	test_test_vm_page.str.10	# [10].name
	.long	test_test_vm_page.convert	# [10].run
	.long	test_test_vm_page.str.11	# [11].name
	.long	test_test_vm_page.convert_refused	# [11].run
	.long	test_test_vm_page.str.12	# [12].name
	.long	test_test_vm_page.wiring	# [12].run
	.long	test_test_vm_page.str.13	# [13].name
	.long	test_test_vm_page.queues	# [13].run
	.long	test_test_vm_page.str.14	# [14].name
	.long	test_test_vm_page.random_walk	# [14].run

# vm_page_suite
	.section .rodata
	.globl	vm_page_suite
	.type	vm_page_suite, @object
	.size	vm_page_suite, 16
	.balign	4
vm_page_suite:
	.long	test_test_vm_page.str.15	# .name
	.long	test_test_vm_page.cases	# .cases
	.long	0xf	# .count
	.zero	4

	.section .rodata
test_test_vm_page.str.0:
	.asciz	"size"
test_test_vm_page.str.1:
	.asciz	"grab_release"
test_test_vm_page.str.2:
	.asciz	"distinct"
test_test_vm_page.str.3:
	.asciz	"separate"
test_test_vm_page.str.4:
	.asciz	"zero_copy"
test_test_vm_page.str.5:
	.asciz	"phys_addr"
test_test_vm_page.str.6:
	.asciz	"exhaustion"
test_test_vm_page.str.7:
	.asciz	"privilege"
test_test_vm_page.str.8:
	.asciz	"external_limit"
test_test_vm_page.str.9:
	.asciz	"fictitious"
test_test_vm_page.str.10:
	.asciz	"convert"
test_test_vm_page.str.11:
	.asciz	"convert_refused"
test_test_vm_page.str.12:
	.asciz	"wiring"
test_test_vm_page.str.13:
	.asciz	"queues"
test_test_vm_page.str.14:
	.asciz	"random_walk"
test_test_vm_page.str.15:
	.asciz	"vm_page"
	.section .note.GNU-stack,"",@progbits
