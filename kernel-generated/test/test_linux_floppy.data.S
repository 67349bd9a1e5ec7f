# Data of test/test_linux_floppy.c. Written by port.

# static fd0
	.section .rodata
	.globl	test_test_linux_floppy.fd0
	.type	test_test_linux_floppy.fd0, @object
	.size	test_test_linux_floppy.fd0, 2
	.balign	2
test_test_linux_floppy.fd0:
	.short	0x200

# static cases
	.section .rodata
	.globl	test_test_linux_floppy.cases
	.type	test_test_linux_floppy.cases, @object
	.size	test_test_linux_floppy.cases, 72
	.balign	4
test_test_linux_floppy.cases:
	.long	test_test_linux_floppy.str.0	# [0].name
	.long	test_test_linux_floppy.format_is_known	# [0].run
	.long	test_test_linux_floppy.str.1	# [1].name
	.long	test_test_linux_floppy.whole_image	# [1].run
	.long	test_test_linux_floppy.str.2	# [2].name
	.long	test_test_linux_floppy.virtual_memory	# [2].run
	.long	test_test_linux_floppy.str.3	# [3].name
	.long	test_test_linux_floppy.memory_above_16mb	# [3].run
	.long	test_test_linux_floppy.str.4	# [4].name
	.long	test_test_linux_floppy.memory_across_64kb	# [4].run
	.long	test_test_linux_floppy.str.5	# [5].name
	.long	test_test_linux_floppy.read_ahead	# [5].run
	.long	test_test_linux_floppy.str.6	# [6].name
	.long	test_test_linux_floppy.write_and_read_back	# [6].run
	.long	test_test_linux_floppy.str.7	# [7].name
	.long	test_test_linux_floppy.reset_and_read	# [7].run
	.long	test_test_linux_floppy.str.8	# [8].name
	.long	test_test_linux_floppy.beyond_the_end	# [8].run

# linux_floppy_suite
	.section .rodata
	.globl	linux_floppy_suite
	.type	linux_floppy_suite, @object
	.size	linux_floppy_suite, 16
	.balign	4
linux_floppy_suite:
	.long	test_test_linux_floppy.str.9	# .name
	.long	test_test_linux_floppy.cases	# .cases
	.long	9	# .count
	.zero	4

	.section .rodata
test_test_linux_floppy.str.0:
	.asciz	"format"
test_test_linux_floppy.str.1:
	.asciz	"whole_image"
test_test_linux_floppy.str.2:
	.asciz	"virtual_memory"
test_test_linux_floppy.str.3:
	.asciz	"above_16mb"
test_test_linux_floppy.str.4:
	.asciz	"across_64kb"
test_test_linux_floppy.str.5:
	.asciz	"read_ahead"
test_test_linux_floppy.str.6:
	.asciz	"write"
test_test_linux_floppy.str.7:
	.asciz	"reset"
test_test_linux_floppy.str.8:
	.asciz	"beyond_the_end"
test_test_linux_floppy.str.9:
	.asciz	"linux_floppy"
	.section .note.GNU-stack,"",@progbits
