# Data of linux/dev/kernel/misc.c. Written by port.

# system_utsname
	.data
	.globl	system_utsname
	.type	system_utsname, @object
	.size	system_utsname, 390
	.balign	1
system_utsname:
	.ascii	"Mach"
	.zero	61
	.ascii	"(none)"
	.zero	59
	.ascii	"2.0.36"
	.zero	124
	.ascii	"i686"
	.zero	61
	.ascii	"(none)"
	.zero	59

# x86
	.data
	.globl	x86
	.type	x86, @object
	.size	x86, 1
	.balign	1
x86:
	.byte	0x06

# EISA_bus
	.comm	EISA_bus, 4, 4

# proc_root
	.comm	proc_root, 48, 4

# proc_scsi
	.comm	proc_scsi, 4, 4
	.section .note.GNU-stack,"",@progbits
