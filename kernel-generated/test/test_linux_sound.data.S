# Data of test/test_linux_sound.c. Written by port.

# static pause_wait
	.bss
	.globl	test_test_linux_sound.pause_wait
	.type	test_test_linux_sound.pause_wait, @object
	.size	test_test_linux_sound.pause_wait, 4
	.balign	4
test_test_linux_sound.pause_wait:
	.zero	4

# static cases
	.section .rodata
	.globl	test_test_linux_sound.cases
	.type	test_test_linux_sound.cases, @object
	.size	test_test_linux_sound.cases, 40
	.balign	4
test_test_linux_sound.cases:
	.long	test_test_linux_sound.str.0	# [0].name
	.long	test_test_linux_sound.buffer_suits_dma	# [0].run
	.long	test_test_linux_sound.str.1	# [1].name
	.long	test_test_linux_sound.play_8_bits	# [1].run
	.long	test_test_linux_sound.str.2	# [2].name
	.long	test_test_linux_sound.play_16_bits	# [2].run
	.long	test_test_linux_sound.str.3	# [3].name
	.long	test_test_linux_sound.lines_of_channels	# [3].run
	.long	test_test_linux_sound.str.4	# [4].name
	.long	test_test_linux_sound.unreachable_memory	# [4].run

# linux_sound_suite
	.section .rodata
	.globl	linux_sound_suite
	.type	linux_sound_suite, @object
	.size	linux_sound_suite, 16
	.balign	4
linux_sound_suite:
	.long	test_test_linux_sound.str.5	# .name
	.long	test_test_linux_sound.cases	# .cases
	.long	5	# .count
	.zero	4

	.section .rodata
test_test_linux_sound.str.0:
	.asciz	"buffer"
test_test_linux_sound.str.1:
	.asciz	"play_8"
test_test_linux_sound.str.2:
	.asciz	"play_16"
test_test_linux_sound.str.3:
	.asciz	"lines"
test_test_linux_sound.str.4:
	.asciz	"unreachable"
test_test_linux_sound.str.5:
	.asciz	"linux_sound"
	.section .note.GNU-stack,"",@progbits
