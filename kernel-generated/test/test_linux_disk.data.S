# Data of test/test_linux_disk.c. Written by port.

# static spinning
	.bss
	.globl	test_test_linux_disk.spinning
	.type	test_test_linux_disk.spinning, @object
	.size	test_test_linux_disk.spinning, 4
	.balign	4
test_test_linux_disk.spinning:
	.zero	4

# static spinner
	.bss
	.globl	test_test_linux_disk.spinner
	.type	test_test_linux_disk.spinner, @object
	.size	test_test_linux_disk.spinner, 4
	.balign	4
test_test_linux_disk.spinner:
	.zero	4

# static buf in beyond_the_end
	.bss
	.globl	test_test_linux_disk.beyond_the_end.buf
	.type	test_test_linux_disk.beyond_the_end.buf, @object
	.size	test_test_linux_disk.beyond_the_end.buf, 1024
	.balign	1
test_test_linux_disk.beyond_the_end.buf:
	.zero	1024

# static one in files
	.bss
	.globl	test_test_linux_disk.files.one
	.type	test_test_linux_disk.files.one, @object
	.size	test_test_linux_disk.files.one, 1024
	.balign	1
test_test_linux_disk.files.one:
	.zero	1024

# static two in files
	.bss
	.globl	test_test_linux_disk.files.two
	.type	test_test_linux_disk.files.two, @object
	.size	test_test_linux_disk.files.two, 1024
	.balign	1
test_test_linux_disk.files.two:
	.zero	1024

# static cases
	.section .rodata
	.globl	test_test_linux_disk.cases
	.type	test_test_linux_disk.cases, @object
	.size	test_test_linux_disk.cases, 72
	.balign	4
test_test_linux_disk.cases:
	.long	test_test_linux_disk.str.0	# [0].name
	.long	test_test_linux_disk.whole_disk	# [0].run
	.long	test_test_linux_disk.str.1	# [1].name
	.long	test_test_linux_disk.scattered	# [1].run
	.long	test_test_linux_disk.str.2	# [2].name
	.long	test_test_linux_disk.odd_addresses	# [2].run
	.long	test_test_linux_disk.str.3	# [3].name
	.long	test_test_linux_disk.partitions	# [3].run
	.long	test_test_linux_disk.str.4	# [4].name
	.long	test_test_linux_disk.beyond_the_end	# [4].run
	.long	test_test_linux_disk.str.5	# [5].name
	.long	test_test_linux_disk.files	# [5].run
	.long	test_test_linux_disk.str.6	# [6].name
	.long	test_test_linux_disk.bad_sector	# [6].run
	.long	test_test_linux_disk.str.7	# [7].name
	.long	test_test_linux_disk.in_used_memory	# [7].run
	.long	test_test_linux_disk.str.8	# [8].name
	.long	test_test_linux_disk.write_and_read	# [8].run

# static hda
	.section .rodata
	.globl	test_test_linux_disk.hda
	.type	test_test_linux_disk.hda, @object
	.size	test_test_linux_disk.hda, 16
	.balign	4
test_test_linux_disk.hda:
	.long	test_test_linux_disk.str.9	# .name
	.short	0x300	# .dev
	.byte	0x00
	.byte	0x00
	.long	1	# .needs_even
	.long	test_test_linux_disk.count_ide	# .count

# static sda
	.section .rodata
	.globl	test_test_linux_disk.sda
	.type	test_test_linux_disk.sda, @object
	.size	test_test_linux_disk.sda, 16
	.balign	4
test_test_linux_disk.sda:
	.long	test_test_linux_disk.str.10	# .name
	.short	0x800	# .dev
	.byte	0x00
	.byte	0x00
	.long	0	# .needs_even
	.long	test_test_linux_disk.count_scsi	# .count

# linux_scsi_suite
	.section .rodata
	.globl	linux_scsi_suite
	.type	linux_scsi_suite, @object
	.size	linux_scsi_suite, 16
	.balign	4
linux_scsi_suite:
	.long	test_test_linux_disk.str.11	# .name
	.long	test_test_linux_disk.cases	# .cases
	.long	9	# .count
	.long	test_test_linux_disk.sda	# .subject

# linux_ide_suite
	.section .rodata
	.globl	linux_ide_suite
	.type	linux_ide_suite, @object
	.size	linux_ide_suite, 16
	.balign	4
linux_ide_suite:
	.long	test_test_linux_disk.str.12	# .name
	.long	test_test_linux_disk.cases	# .cases
	.long	9	# .count
	.long	test_test_linux_disk.hda	# .subject

	.section .rodata
test_test_linux_disk.str.0:
	.asciz	"whole_disk"
test_test_linux_disk.str.1:
	.asciz	"scattered"
test_test_linux_disk.str.2:
	.asciz	"odd_addresses"
test_test_linux_disk.str.3:
	.asciz	"partitions"
test_test_linux_disk.str.4:
	.asciz	"beyond_end"
test_test_linux_disk.str.5:
	.asciz	"files"
test_test_linux_disk.str.6:
	.asciz	"bad_sector"
test_test_linux_disk.str.7:
	.asciz	"in_used_memory"
test_test_linux_disk.str.8:
	.asciz	"write"
test_test_linux_disk.str.9:
	.asciz	"hda"
test_test_linux_disk.str.10:
	.asciz	"sda"
test_test_linux_disk.str.11:
	.asciz	"linux_scsi"
test_test_linux_disk.str.12:
	.asciz	"linux_ide"
	.section .note.GNU-stack,"",@progbits
