# Data of linux/src/drivers/pci/pci.c. Written by port.

# pci_devices
	.comm	pci_devices, 4, 4

# pci_device_count
	.comm	pci_device_count, 4, 4

# static pci_present
	.bss
	.globl	linux_src_drivers_pci_pci.pci_present
	.type	linux_src_drivers_pci_pci.pci_present, @object
	.size	linux_src_drivers_pci_pci.pci_present, 4
	.balign	4
linux_src_drivers_pci_pci.pci_present:
	.zero	4
	.section .note.GNU-stack,"",@progbits
