# Entries and inline assembly of test/test_linux_pci.c.
	.text

	.p2align 4
	.globl test_test_linux_pci.list_matches_bus
test_test_linux_pci.list_matches_bus:
	jmp	test_test_linux_pci.list_matches_bus.m

	.p2align 4
	.globl test_test_linux_pci.host_bridge
test_test_linux_pci.host_bridge:
	jmp	test_test_linux_pci.host_bridge.m

	.p2align 4
	.globl test_test_linux_pci.odd_registers_are_refused
test_test_linux_pci.odd_registers_are_refused:
	jmp	test_test_linux_pci.odd_registers_are_refused.m
	.section .note.GNU-stack,"",@progbits
