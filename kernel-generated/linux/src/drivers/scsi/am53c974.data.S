# Data of linux/src/drivers/scsi/am53c974.c. Written by port.

# am53c974_template
	.data
	.globl	am53c974_template
	.type	am53c974_template, @object
	.size	am53c974_template, 72
	.balign	4
am53c974_template:
	.zero	16
	.long	linux_src_drivers_scsi_am53c974.str.0	# .name
	.long	linux_src_drivers_scsi_am53c974.am_detect	# .detect
	.long	linux_src_drivers_scsi_am53c974.am_release	# .release
	.long	linux_src_drivers_scsi_am53c974.am_info	# .info
	.long	0	# .command
	.long	linux_src_drivers_scsi_am53c974.am_queuecommand	# .queuecommand
	.long	linux_src_drivers_scsi_am53c974.am_abort	# .abort
	.long	linux_src_drivers_scsi_am53c974.am_reset	# .reset
	.zero	8
	.long	1	# .can_queue
	.long	7	# .this_id
	.short	0xff	# .sg_tablesize
	.short	1	# .cmd_per_lun
	.byte	0x00	# .present
	.byte	0x02	# .unchecked_isa_dma
	.zero	2

	.section .rodata
linux_src_drivers_scsi_am53c974.str.0:
	.asciz	"am53c974"
	.section .note.GNU-stack,"",@progbits
