# Data of linux/src/drivers/scsi/scsi.c. Written by port.

# scsi_command_size
	.section .rodata
	.globl	scsi_command_size
	.type	scsi_command_size, @object
	.size	scsi_command_size, 8
	.balign	1
scsi_command_size:
	.byte	0x06	# [0]
	.ascii	"\n\n\014\014\014\n\n"

# scsi_hostlist
	.comm	scsi_hostlist, 4, 4

# scsi_stat
	.comm	scsi_stat, 24, 4

# static scsi_devices
	.bss
	.globl	linux_src_drivers_scsi_scsi.scsi_devices
	.type	linux_src_drivers_scsi_scsi.scsi_devices, @object
	.size	linux_src_drivers_scsi_scsi.scsi_devices, 4
	.balign	4
linux_src_drivers_scsi_scsi.scsi_devices:
	.zero	4

# static next_serial
	.bss
	.globl	linux_src_drivers_scsi_scsi.next_serial
	.type	linux_src_drivers_scsi_scsi.next_serial, @object
	.size	linux_src_drivers_scsi_scsi.next_serial, 4
	.balign	4
linux_src_drivers_scsi_scsi.next_serial:
	.zero	4

# static scsi_wait
	.bss
	.globl	linux_src_drivers_scsi_scsi.scsi_wait
	.type	linux_src_drivers_scsi_scsi.scsi_wait, @object
	.size	linux_src_drivers_scsi_scsi.scsi_wait, 4
	.balign	4
linux_src_drivers_scsi_scsi.scsi_wait:
	.zero	4

# static scsi_templates
	.section .rodata
	.globl	linux_src_drivers_scsi_scsi.scsi_templates
	.type	linux_src_drivers_scsi_scsi.scsi_templates, @object
	.size	linux_src_drivers_scsi_scsi.scsi_templates, 4
	.balign	4
linux_src_drivers_scsi_scsi.scsi_templates:
	.long	am53c974_template	# [0]

# static next_no in scsi_register
	.bss
	.globl	linux_src_drivers_scsi_scsi.scsi_register.next_no
	.type	linux_src_drivers_scsi_scsi.scsi_register.next_no, @object
	.size	linux_src_drivers_scsi_scsi.scsi_register.next_no, 2
	.balign	2
linux_src_drivers_scsi_scsi.scsi_register.next_no:
	.zero	2

# static command in request_sense
	.section .rodata
	.globl	linux_src_drivers_scsi_scsi.request_sense.command
	.type	linux_src_drivers_scsi_scsi.request_sense.command, @object
	.size	linux_src_drivers_scsi_scsi.request_sense.command, 12
	.balign	1
linux_src_drivers_scsi_scsi.request_sense.command:
	.byte	0x03	# [0]
	.byte	0x00	# [1]
	.byte	0x00	# [2]
	.byte	0x00	# [3]
	.byte	0x10	# [4]
	.zero	7

# static inquiry in find_device
	.section .rodata
	.globl	linux_src_drivers_scsi_scsi.find_device.inquiry
	.type	linux_src_drivers_scsi_scsi.find_device.inquiry, @object
	.size	linux_src_drivers_scsi_scsi.find_device.inquiry, 12
	.balign	1
linux_src_drivers_scsi_scsi.find_device.inquiry:
	.byte	0x12	# [0]
	.byte	0x00	# [1]
	.byte	0x00	# [2]
	.byte	0x00	# [3]
	.byte	0x24	# [4]
	.zero	7

# static answer in find_device
	.bss
	.globl	linux_src_drivers_scsi_scsi.find_device.answer
	.type	linux_src_drivers_scsi_scsi.find_device.answer, @object
	.size	linux_src_drivers_scsi_scsi.find_device.answer, 256
	.balign	1
linux_src_drivers_scsi_scsi.find_device.answer:
	.zero	256

# static cmd in find_device
	.bss
	.globl	linux_src_drivers_scsi_scsi.find_device.cmd
	.type	linux_src_drivers_scsi_scsi.find_device.cmd, @object
	.size	linux_src_drivers_scsi_scsi.find_device.cmd, 196
	.balign	4
linux_src_drivers_scsi_scsi.find_device.cmd:
	.zero	196
	.section .note.GNU-stack,"",@progbits
