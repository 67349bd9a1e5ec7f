# Data of linux/src/drivers/block/floppy.c. Written by port.

# static floppy_type
	.data
	.globl	linux_src_drivers_block_floppy.floppy_type
	.type	linux_src_drivers_block_floppy.floppy_type, @object
	.size	linux_src_drivers_block_floppy.floppy_type, 144
	.balign	4
linux_src_drivers_block_floppy.floppy_type:
	.zero	24
	.long	0x2d0	# [1].size
	.long	9	# [1].sect
	.long	2	# [1].head
	.long	0x28	# [1].track
	.byte	0x2a	# [1].gap
	.byte	0x02	# [1].rate
	.byte	0xdf	# [1].spec1
	.byte	0x00
	.long	linux_src_drivers_block_floppy.str.0	# [1].name
	.long	0x960	# [2].size
	.long	0xf	# [2].sect
	.long	2	# [2].head
	.long	0x50	# [2].track
	.byte	0x1b	# [2].gap
	.byte	0x00	# [2].rate
	.byte	0xdf	# [2].spec1
	.byte	0x00
	.long	linux_src_drivers_block_floppy.str.1	# [2].name
	.long	0x5a0	# [3].size
	.long	9	# [3].sect
	.long	2	# [3].head
	.long	0x50	# [3].track
	.byte	0x2a	# [3].gap
	.byte	0x02	# [3].rate
	.byte	0xdf	# [3].spec1
	.byte	0x00
	.long	linux_src_drivers_block_floppy.str.2	# [3].name
	.long	0xb40	# [4].size
	.long	0x12	# [4].sect
	.long	2	# [4].head
	.long	0x50	# [4].track
	.byte	0x1b	# [4].gap
	.byte	0x00	# [4].rate
	.byte	0xcf	# [4].spec1
	.byte	0x00
	.long	linux_src_drivers_block_floppy.str.3	# [4].name
	.long	0x1680	# [5].size
	.long	0x24	# [5].sect
	.long	2	# [5].head
	.long	0x50	# [5].track
	.byte	0x1b	# [5].gap
	.byte	0x03	# [5].rate
	.byte	0xaf	# [5].spec1
	.byte	0x00
	.long	linux_src_drivers_block_floppy.str.4	# [5].name

# static drive_types
	.section .rodata
	.globl	linux_src_drivers_block_floppy.drive_types
	.type	linux_src_drivers_block_floppy.drive_types, @object
	.size	linux_src_drivers_block_floppy.drive_types, 84
	.balign	4
linux_src_drivers_block_floppy.drive_types:
	.zero	12
	.long	linux_src_drivers_block_floppy.str.5	# [1].name
	.long	0x32	# [1].spinup
	.byte	0x01	# [1].autodetect[0]
	.byte	0x00	# [1].autodetect[1]
	.byte	0x00	# [1].autodetect[2]
	.byte	0x00
	.long	linux_src_drivers_block_floppy.str.6	# [2].name
	.long	0x32	# [2].spinup
	.byte	0x02	# [2].autodetect[0]
	.byte	0x01	# [2].autodetect[1]
	.byte	0x00	# [2].autodetect[2]
	.byte	0x00
	.long	linux_src_drivers_block_floppy.str.7	# [3].name
	.long	0x32	# [3].spinup
	.byte	0x03	# [3].autodetect[0]
	.byte	0x00	# [3].autodetect[1]
	.byte	0x00	# [3].autodetect[2]
	.byte	0x00
	.long	linux_src_drivers_block_floppy.str.8	# [4].name
	.long	0x28	# [4].spinup
	.byte	0x04	# [4].autodetect[0]
	.byte	0x03	# [4].autodetect[1]
	.byte	0x00	# [4].autodetect[2]
	.byte	0x00
	.long	linux_src_drivers_block_floppy.str.9	# [5].name
	.long	0x28	# [5].spinup
	.byte	0x05	# [5].autodetect[0]
	.byte	0x04	# [5].autodetect[1]
	.byte	0x03	# [5].autodetect[2]
	.byte	0x00
	.long	linux_src_drivers_block_floppy.str.10	# [6].name
	.long	0x28	# [6].spinup
	.byte	0x05	# [6].autodetect[0]
	.byte	0x04	# [6].autodetect[1]
	.byte	0x03	# [6].autodetect[2]
	.zero	1

# static drives
	.bss
	.globl	linux_src_drivers_block_floppy.drives
	.type	linux_src_drivers_block_floppy.drives, @object
	.size	linux_src_drivers_block_floppy.drives, 88
	.balign	4
linux_src_drivers_block_floppy.drives:
	.zero	88

# static fdc
	.bss
	.globl	linux_src_drivers_block_floppy.fdc
	.type	linux_src_drivers_block_floppy.fdc, @object
	.size	linux_src_drivers_block_floppy.fdc, 16
	.balign	4
linux_src_drivers_block_floppy.fdc:
	.zero	16

# static raw_cmd
	.bss
	.globl	linux_src_drivers_block_floppy.raw_cmd
	.type	linux_src_drivers_block_floppy.raw_cmd, @object
	.size	linux_src_drivers_block_floppy.raw_cmd, 60
	.balign	4
linux_src_drivers_block_floppy.raw_cmd:
	.zero	60

# static cont
	.bss
	.globl	linux_src_drivers_block_floppy.cont
	.type	linux_src_drivers_block_floppy.cont, @object
	.size	linux_src_drivers_block_floppy.cont, 4
	.balign	4
linux_src_drivers_block_floppy.cont:
	.zero	4

# static do_floppy
	.bss
	.globl	linux_src_drivers_block_floppy.do_floppy
	.type	linux_src_drivers_block_floppy.do_floppy, @object
	.size	linux_src_drivers_block_floppy.do_floppy, 4
	.balign	4
linux_src_drivers_block_floppy.do_floppy:
	.zero	4

# static fdc_busy
	.bss
	.globl	linux_src_drivers_block_floppy.fdc_busy
	.type	linux_src_drivers_block_floppy.fdc_busy, @object
	.size	linux_src_drivers_block_floppy.fdc_busy, 4
	.balign	4
linux_src_drivers_block_floppy.fdc_busy:
	.zero	4

# static fdc_wait
	.bss
	.globl	linux_src_drivers_block_floppy.fdc_wait
	.type	linux_src_drivers_block_floppy.fdc_wait, @object
	.size	linux_src_drivers_block_floppy.fdc_wait, 4
	.balign	4
linux_src_drivers_block_floppy.fdc_wait:
	.zero	4

# static command_status
	.bss
	.globl	linux_src_drivers_block_floppy.command_status
	.type	linux_src_drivers_block_floppy.command_status, @object
	.size	linux_src_drivers_block_floppy.command_status, 4
	.balign	4
linux_src_drivers_block_floppy.command_status:
	.zero	4

# static command_done
	.bss
	.globl	linux_src_drivers_block_floppy.command_done
	.type	linux_src_drivers_block_floppy.command_done, @object
	.size	linux_src_drivers_block_floppy.command_done, 4
	.balign	4
linux_src_drivers_block_floppy.command_done:
	.zero	4

# static floppy_track_buffer
	.bss
	.globl	linux_src_drivers_block_floppy.floppy_track_buffer
	.type	linux_src_drivers_block_floppy.floppy_track_buffer, @object
	.size	linux_src_drivers_block_floppy.floppy_track_buffer, 4
	.balign	4
linux_src_drivers_block_floppy.floppy_track_buffer:
	.zero	4

# static buffer_drive
	.data
	.globl	linux_src_drivers_block_floppy.buffer_drive
	.type	linux_src_drivers_block_floppy.buffer_drive, @object
	.size	linux_src_drivers_block_floppy.buffer_drive, 4
	.balign	4
linux_src_drivers_block_floppy.buffer_drive:
	.long	0xffffffff

# static buffer_min
	.bss
	.globl	linux_src_drivers_block_floppy.buffer_min
	.type	linux_src_drivers_block_floppy.buffer_min, @object
	.size	linux_src_drivers_block_floppy.buffer_min, 4
	.balign	4
linux_src_drivers_block_floppy.buffer_min:
	.zero	4

# static buffer_max
	.bss
	.globl	linux_src_drivers_block_floppy.buffer_max
	.type	linux_src_drivers_block_floppy.buffer_max, @object
	.size	linux_src_drivers_block_floppy.buffer_max, 4
	.balign	4
linux_src_drivers_block_floppy.buffer_max:
	.zero	4

# static trust_memory
	.bss
	.globl	linux_src_drivers_block_floppy.trust_memory
	.type	linux_src_drivers_block_floppy.trust_memory, @object
	.size	linux_src_drivers_block_floppy.trust_memory, 4
	.balign	4
linux_src_drivers_block_floppy.trust_memory:
	.zero	4

# static usage_count
	.bss
	.globl	linux_src_drivers_block_floppy.usage_count
	.type	linux_src_drivers_block_floppy.usage_count, @object
	.size	linux_src_drivers_block_floppy.usage_count, 4
	.balign	4
linux_src_drivers_block_floppy.usage_count:
	.zero	4

# static floppy_stat
	.bss
	.globl	linux_src_drivers_block_floppy.floppy_stat
	.type	linux_src_drivers_block_floppy.floppy_stat, @object
	.size	linux_src_drivers_block_floppy.floppy_stat, 32
	.balign	4
linux_src_drivers_block_floppy.floppy_stat:
	.zero	32

# static floppy_sizes
	.bss
	.globl	linux_src_drivers_block_floppy.floppy_sizes
	.type	linux_src_drivers_block_floppy.floppy_sizes, @object
	.size	linux_src_drivers_block_floppy.floppy_sizes, 1024
	.balign	4
linux_src_drivers_block_floppy.floppy_sizes:
	.zero	1024

# static floppy_tq
	.bss
	.globl	linux_src_drivers_block_floppy.floppy_tq
	.type	linux_src_drivers_block_floppy.floppy_tq, @object
	.size	linux_src_drivers_block_floppy.floppy_tq, 16
	.balign	4
linux_src_drivers_block_floppy.floppy_tq:
	.zero	16

# static fd_timeout
	.bss
	.globl	linux_src_drivers_block_floppy.fd_timeout
	.type	linux_src_drivers_block_floppy.fd_timeout, @object
	.size	linux_src_drivers_block_floppy.fd_timeout, 20
	.balign	4
linux_src_drivers_block_floppy.fd_timeout:
	.zero	20

# static fd_spinup
	.bss
	.globl	linux_src_drivers_block_floppy.fd_spinup
	.type	linux_src_drivers_block_floppy.fd_spinup, @object
	.size	linux_src_drivers_block_floppy.fd_spinup, 20
	.balign	4
linux_src_drivers_block_floppy.fd_spinup:
	.zero	20

# static command_errors
	.bss
	.globl	linux_src_drivers_block_floppy.command_errors
	.type	linux_src_drivers_block_floppy.command_errors, @object
	.size	linux_src_drivers_block_floppy.command_errors, 4
	.balign	4
linux_src_drivers_block_floppy.command_errors:
	.zero	4

# static poll_cont
	.section .rodata
	.globl	linux_src_drivers_block_floppy.poll_cont
	.type	linux_src_drivers_block_floppy.poll_cont, @object
	.size	linux_src_drivers_block_floppy.poll_cont, 12
	.balign	4
linux_src_drivers_block_floppy.poll_cont:
	.long	linux_src_drivers_block_floppy.floppy_ready	# .redo
	.long	linux_src_drivers_block_floppy.command_error	# .error
	.long	linux_src_drivers_block_floppy.command_finished	# .done

# static reset_cont
	.section .rodata
	.globl	linux_src_drivers_block_floppy.reset_cont
	.type	linux_src_drivers_block_floppy.reset_cont, @object
	.size	linux_src_drivers_block_floppy.reset_cont, 12
	.balign	4
linux_src_drivers_block_floppy.reset_cont:
	.long	linux_src_drivers_block_floppy.command_reset_done	# .redo
	.long	linux_src_drivers_block_floppy.command_reset_error	# .error
	.long	linux_src_drivers_block_floppy.command_finished	# .done

# static rw_cont
	.section .rodata
	.globl	linux_src_drivers_block_floppy.rw_cont
	.type	linux_src_drivers_block_floppy.rw_cont, @object
	.size	linux_src_drivers_block_floppy.rw_cont, 12
	.balign	4
linux_src_drivers_block_floppy.rw_cont:
	.long	linux_src_drivers_block_floppy.redo_fd_request	# .redo
	.long	linux_src_drivers_block_floppy.bad_flp_intr	# .error
	.long	linux_src_drivers_block_floppy.rw_done	# .done

# static floppy_fops
	.data
	.globl	linux_src_drivers_block_floppy.floppy_fops
	.type	linux_src_drivers_block_floppy.floppy_fops, @object
	.size	linux_src_drivers_block_floppy.floppy_fops, 52
	.balign	4
linux_src_drivers_block_floppy.floppy_fops:
	.long	0	# .lseek
	.long	block_read	# .read
	.long	block_write	# .write
	.zero	8
	.long	linux_src_drivers_block_floppy.fd_ioctl	# .ioctl
	.long	0	# .mmap
	.long	linux_src_drivers_block_floppy.floppy_open	# .open
	.long	linux_src_drivers_block_floppy.floppy_release	# .release
	.long	block_fsync	# .fsync
	.long	0	# .fasync
	.long	linux_src_drivers_block_floppy.floppy_check_change	# .check_media_change
	.long	linux_src_drivers_block_floppy.floppy_revalidate	# .revalidate

	.section .rodata
linux_src_drivers_block_floppy.str.0:
	.asciz	"d360"
linux_src_drivers_block_floppy.str.1:
	.asciz	"h1200"
linux_src_drivers_block_floppy.str.2:
	.asciz	"D720"
linux_src_drivers_block_floppy.str.3:
	.asciz	"H1440"
linux_src_drivers_block_floppy.str.4:
	.asciz	"E2880"
linux_src_drivers_block_floppy.str.5:
	.asciz	"360K"
linux_src_drivers_block_floppy.str.6:
	.asciz	"1.2M"
linux_src_drivers_block_floppy.str.7:
	.asciz	"720K"
linux_src_drivers_block_floppy.str.8:
	.asciz	"1.44M"
linux_src_drivers_block_floppy.str.9:
	.asciz	"2.88M"
linux_src_drivers_block_floppy.str.10:
	.asciz	"2.88M"
	.section .note.GNU-stack,"",@progbits
