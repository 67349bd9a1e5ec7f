# Entries and inline assembly of linux/dev/drivers/block/ll_rw_blk.c. Written by port.
	.text

	.p2align 4
	.globl asm.ll_rw_blk_c.plug_device
asm.ll_rw_blk_c.plug_device:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
