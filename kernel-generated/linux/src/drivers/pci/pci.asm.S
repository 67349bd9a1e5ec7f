# Entries and inline assembly of linux/src/drivers/pci/pci.c.
	.text

	.p2align 4
	.globl asm.pci_c.read_config
asm.pci_c.read_config:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.pci_c.read_config_2
asm.pci_c.read_config_2:
	cli
	ret

	.p2align 4
	.globl asm.pci_c.read_config_3
asm.pci_c.read_config_3:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
