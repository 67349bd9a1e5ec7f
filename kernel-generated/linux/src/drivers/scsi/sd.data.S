# Data of linux/src/drivers/scsi/sd.c. Written by port.

# sd_stat
	.comm	sd_stat, 8, 4

# static disks
	.bss
	.globl	linux_src_drivers_scsi_sd.disks
	.type	linux_src_drivers_scsi_sd.disks, @object
	.size	linux_src_drivers_scsi_sd.disks, 48
	.balign	4
linux_src_drivers_scsi_sd.disks:
	.zero	48

# static sd_part
	.bss
	.globl	linux_src_drivers_scsi_sd.sd_part
	.type	linux_src_drivers_scsi_sd.sd_part, @object
	.size	linux_src_drivers_scsi_sd.sd_part, 512
	.balign	4
linux_src_drivers_scsi_sd.sd_part:
	.zero	512

# static sd_sizes
	.bss
	.globl	linux_src_drivers_scsi_sd.sd_sizes
	.type	linux_src_drivers_scsi_sd.sd_sizes, @object
	.size	linux_src_drivers_scsi_sd.sd_sizes, 256
	.balign	4
linux_src_drivers_scsi_sd.sd_sizes:
	.zero	256

# static sd_gendisk
	.data
	.globl	linux_src_drivers_scsi_sd.sd_gendisk
	.type	linux_src_drivers_scsi_sd.sd_gendisk, @object
	.size	linux_src_drivers_scsi_sd.sd_gendisk, 44
	.balign	4
linux_src_drivers_scsi_sd.sd_gendisk:
	.long	8	# .major
	.long	linux_src_drivers_scsi_sd.str.0	# .major_name
	.long	4	# .minor_shift
	.long	0x10	# .max_p
	.long	4	# .max_nr
	.long	0	# .init
	.long	linux_src_drivers_scsi_sd.sd_part	# .part
	.long	linux_src_drivers_scsi_sd.sd_sizes	# .sizes
	.zero	12

# static command
	.bss
	.globl	linux_src_drivers_scsi_sd.command
	.type	linux_src_drivers_scsi_sd.command, @object
	.size	linux_src_drivers_scsi_sd.command, 196
	.balign	4
linux_src_drivers_scsi_sd.command:
	.zero	196

# static pieces
	.bss
	.globl	linux_src_drivers_scsi_sd.pieces
	.type	linux_src_drivers_scsi_sd.pieces, @object
	.size	linux_src_drivers_scsi_sd.pieces, 1536
	.balign	4
linux_src_drivers_scsi_sd.pieces:
	.zero	1536

# static under_way
	.bss
	.globl	linux_src_drivers_scsi_sd.under_way
	.type	linux_src_drivers_scsi_sd.under_way, @object
	.size	linux_src_drivers_scsi_sd.under_way, 4
	.balign	4
linux_src_drivers_scsi_sd.under_way:
	.zero	4

# static cautious
	.bss
	.globl	linux_src_drivers_scsi_sd.cautious
	.type	linux_src_drivers_scsi_sd.cautious, @object
	.size	linux_src_drivers_scsi_sd.cautious, 4
	.balign	4
linux_src_drivers_scsi_sd.cautious:
	.zero	4

# static sd_fops
	.data
	.globl	linux_src_drivers_scsi_sd.sd_fops
	.type	linux_src_drivers_scsi_sd.sd_fops, @object
	.size	linux_src_drivers_scsi_sd.sd_fops, 52
	.balign	4
linux_src_drivers_scsi_sd.sd_fops:
	.long	0	# .lseek
	.long	block_read	# .read
	.long	block_write	# .write
	.zero	8
	.long	linux_src_drivers_scsi_sd.sd_ioctl	# .ioctl
	.long	0	# .mmap
	.long	linux_src_drivers_scsi_sd.sd_open	# .open
	.long	0	# .release
	.long	block_fsync	# .fsync
	.zero	12

# static read_capacity in sd_attach
	.section .rodata
	.globl	linux_src_drivers_scsi_sd.sd_attach.read_capacity
	.type	linux_src_drivers_scsi_sd.sd_attach.read_capacity, @object
	.size	linux_src_drivers_scsi_sd.sd_attach.read_capacity, 12
	.balign	1
linux_src_drivers_scsi_sd.sd_attach.read_capacity:
	.byte	0x25	# [0]
	.zero	11

# static mode_sense in sd_attach
	.section .rodata
	.globl	linux_src_drivers_scsi_sd.sd_attach.mode_sense
	.type	linux_src_drivers_scsi_sd.sd_attach.mode_sense, @object
	.size	linux_src_drivers_scsi_sd.sd_attach.mode_sense, 12
	.balign	1
linux_src_drivers_scsi_sd.sd_attach.mode_sense:
	.byte	0x1a	# [0]
	.byte	0x00	# [1]
	.byte	0x3f	# [2]
	.byte	0x00	# [3]
	.byte	0x04	# [4]
	.zero	7

# static answer in sd_attach
	.bss
	.globl	linux_src_drivers_scsi_sd.sd_attach.answer
	.type	linux_src_drivers_scsi_sd.sd_attach.answer, @object
	.size	linux_src_drivers_scsi_sd.sd_attach.answer, 256
	.balign	1
linux_src_drivers_scsi_sd.sd_attach.answer:
	.zero	256

# static cmd in sd_attach
	.bss
	.globl	linux_src_drivers_scsi_sd.sd_attach.cmd
	.type	linux_src_drivers_scsi_sd.sd_attach.cmd, @object
	.size	linux_src_drivers_scsi_sd.sd_attach.cmd, 196
	.balign	4
linux_src_drivers_scsi_sd.sd_attach.cmd:
	.zero	196

	.section .rodata
linux_src_drivers_scsi_sd.str.0:
	.asciz	"sd"
	.section .note.GNU-stack,"",@progbits
