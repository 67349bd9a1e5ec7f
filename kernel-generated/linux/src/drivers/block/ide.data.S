# Data of linux/src/drivers/block/ide.c. Written by port.

# static channels
	.data
	.globl	linux_src_drivers_block_ide.channels
	.type	linux_src_drivers_block_ide.channels, @object
	.size	linux_src_drivers_block_ide.channels, 3472
	.balign	4
linux_src_drivers_block_ide.channels:
	.long	linux_src_drivers_block_ide.str.0	# [0].name
	.short	0x1f0	# [0].base
	.short	0x3f6	# [0].control
	.byte	0x0e	# [0].irq
	.byte	0x03	# [0].major
	.zero	1726
	.long	linux_src_drivers_block_ide.str.1	# [1].name
	.short	0x170	# [1].base
	.short	0x376	# [1].control
	.byte	0x0f	# [1].irq
	.byte	0x16	# [1].major
	.zero	1726

# static ide_stat
	.bss
	.globl	linux_src_drivers_block_ide.ide_stat
	.type	linux_src_drivers_block_ide.ide_stat, @object
	.size	linux_src_drivers_block_ide.ide_stat, 28
	.balign	4
linux_src_drivers_block_ide.ide_stat:
	.zero	28

# static ide_fops
	.data
	.globl	linux_src_drivers_block_ide.ide_fops
	.type	linux_src_drivers_block_ide.ide_fops, @object
	.size	linux_src_drivers_block_ide.ide_fops, 52
	.balign	4
linux_src_drivers_block_ide.ide_fops:
	.long	0	# .lseek
	.long	block_read	# .read
	.long	block_write	# .write
	.zero	8
	.long	linux_src_drivers_block_ide.ide_ioctl	# .ioctl
	.long	0	# .mmap
	.long	linux_src_drivers_block_ide.ide_open	# .open
	.long	0	# .release
	.long	block_fsync	# .fsync
	.zero	12

# static id in identify
	.bss
	.globl	linux_src_drivers_block_ide.identify.id
	.type	linux_src_drivers_block_ide.identify.id, @object
	.size	linux_src_drivers_block_ide.identify.id, 512
	.balign	1
linux_src_drivers_block_ide.identify.id:
	.zero	512

	.section .rodata
linux_src_drivers_block_ide.str.0:
	.asciz	"ide0"
linux_src_drivers_block_ide.str.1:
	.asciz	"ide1"
	.section .note.GNU-stack,"",@progbits
