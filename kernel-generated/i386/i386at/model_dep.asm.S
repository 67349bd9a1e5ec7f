# Entries and inline assembly of i386/i386at/model_dep.c. Written by port.
	.text

	.p2align 4
	.globl c_boot_entry
	.type c_boot_entry, @function
c_boot_entry:
	movl	4(%esp), %ecx
	jmp	c_boot_entry.m
	.size c_boot_entry, . - c_boot_entry
	.section .note.GNU-stack,"",@progbits
