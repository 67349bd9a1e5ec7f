# Data of test/test_pmap.c. Written by port.

# static here in test_direct_map
	.bss
	.globl	test_test_pmap.test_direct_map.here
	.type	test_test_pmap.test_direct_map.here, @object
	.size	test_test_pmap.test_direct_map.here, 4
	.balign	4
test_test_pmap.test_direct_map.here:
	.zero	4

# static pmap_cases
	.section .rodata
	.globl	test_test_pmap.pmap_cases
	.type	test_test_pmap.pmap_cases, @object
	.size	test_test_pmap.pmap_cases, 40
	.balign	4
test_test_pmap.pmap_cases:
	.long	test_test_pmap.str.0	# [0].name
	.long	test_test_pmap.test_direct_map	# [0].run
	.long	test_test_pmap.str.1	# [1].name
	.long	test_test_pmap.test_text_is_read_only	# [1].run
	.long	test_test_pmap.str.2	# [2].name
	.long	test_test_pmap.test_enter_and_remove	# [2].run
	.long	test_test_pmap.str.3	# [3].name
	.long	test_test_pmap.test_aliases	# [3].run
	.long	test_test_pmap.str.4	# [4].name
	.long	test_test_pmap.test_other_map	# [4].run

# pmap_suite
	.section .rodata
	.globl	pmap_suite
	.type	pmap_suite, @object
	.size	pmap_suite, 16
	.balign	4
pmap_suite:
	.long	test_test_pmap.str.5	# .name
	.long	test_test_pmap.pmap_cases	# .cases
	.long	5	# .count
	.zero	4

	.section .rodata
test_test_pmap.str.0:
	.asciz	"direct_map"
test_test_pmap.str.1:
	.asciz	"text_is_read_only"
test_test_pmap.str.2:
	.asciz	"enter_and_remove"
test_test_pmap.str.3:
	.asciz	"aliases"
test_test_pmap.str.4:
	.asciz	"other_map"
test_test_pmap.str.5:
	.asciz	"pmap"
	.section .note.GNU-stack,"",@progbits
