# Entries and inline assembly of linux/dev/include/asm/bitops.h. Written by port.
	.text

	.p2align 4
	.globl asm.bitops_h.change_bit
asm.bitops_h.change_bit:
	btcl %ecx, (%edx); sbbl %eax, %eax
	ret

	.p2align 4
	.globl asm.bitops_h.clear_bit
asm.bitops_h.clear_bit:
	btrl %ecx, (%edx); sbbl %eax, %eax
	ret

	.p2align 4
	.globl asm.bitops_h.ffz
asm.bitops_h.ffz:
	movl	%ecx, %edx
	bsfl %edx, %eax
	ret

	.p2align 4
	.globl asm.bitops_h.set_bit
asm.bitops_h.set_bit:
	btsl %ecx, (%edx); sbbl %eax, %eax
	ret
	.section .note.GNU-stack,"",@progbits
