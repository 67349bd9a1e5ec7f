# Data of test/test_linux_pci.c. Written by port.

# static cases
	.section .rodata
	.globl	test_test_linux_pci.cases
	.type	test_test_linux_pci.cases, @object
	.size	test_test_linux_pci.cases, 24
	.balign	4
test_test_linux_pci.cases:
	.long	test_test_linux_pci.str.0	# [0].name
	.long	test_test_linux_pci.list_matches_bus	# [0].run
	.long	test_test_linux_pci.str.1	# [1].name
	.long	test_test_linux_pci.host_bridge	# [1].run
	.long	test_test_linux_pci.str.2	# [2].name
	.long	test_test_linux_pci.odd_registers_are_refused	# [2].run

# linux_pci_suite
	.section .rodata
	.globl	linux_pci_suite
	.type	linux_pci_suite, @object
	.size	linux_pci_suite, 16
	.balign	4
linux_pci_suite:
	.long	test_test_linux_pci.str.3	# .name
	.long	test_test_linux_pci.cases	# .cases
	.long	3	# .count
	.zero	4

	.section .rodata
test_test_linux_pci.str.0:
	.asciz	"list"
test_test_linux_pci.str.1:
	.asciz	"host_bridge"
test_test_linux_pci.str.2:
	.asciz	"bad_registers"
test_test_linux_pci.str.3:
	.asciz	"linux_pci"
	.section .note.GNU-stack,"",@progbits
