# Entries and inline assembly of linux/dev/drivers/block/ll_rw_blk.c.
	.text

	.p2align 4
	.globl asm.ll_rw_blk_c.plug_device
asm.ll_rw_blk_c.plug_device:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.ll_rw_blk_c.plug_device_2
asm.ll_rw_blk_c.plug_device_2:
	cli
	ret

	.p2align 4
	.globl asm.ll_rw_blk_c.plug_device_3
asm.ll_rw_blk_c.plug_device_3:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
