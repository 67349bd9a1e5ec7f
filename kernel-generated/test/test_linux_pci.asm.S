# Entries and inline assembly of test/test_linux_pci.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_pci.list_matches_bus
	.type test_test_linux_pci.list_matches_bus, @function
test_test_linux_pci.list_matches_bus:
	jmp	test_test_linux_pci.list_matches_bus.m
	.size test_test_linux_pci.list_matches_bus, . - test_test_linux_pci.list_matches_bus

	.p2align 4
	.globl test_test_linux_pci.host_bridge
	.type test_test_linux_pci.host_bridge, @function
test_test_linux_pci.host_bridge:
	jmp	test_test_linux_pci.host_bridge.m
	.size test_test_linux_pci.host_bridge, . - test_test_linux_pci.host_bridge

	.p2align 4
	.globl test_test_linux_pci.odd_registers_are_refused
	.type test_test_linux_pci.odd_registers_are_refused, @function
test_test_linux_pci.odd_registers_are_refused:
	jmp	test_test_linux_pci.odd_registers_are_refused.m
	.size test_test_linux_pci.odd_registers_are_refused, . - test_test_linux_pci.odd_registers_are_refused
	.section .note.GNU-stack,"",@progbits
