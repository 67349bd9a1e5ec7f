# Data of linux/src/drivers/sound/sb16.c. Written by port.

# static sb
	.bss
	.globl	linux_src_drivers_sound_sb16.sb
	.type	linux_src_drivers_sound_sb16.sb, @object
	.size	linux_src_drivers_sound_sb16.sb, 48
	.balign	4
linux_src_drivers_sound_sb16.sb:
	.zero	48

# static sb_stat
	.bss
	.globl	linux_src_drivers_sound_sb16.sb_stat
	.type	linux_src_drivers_sound_sb16.sb_stat, @object
	.size	linux_src_drivers_sound_sb16.sb_stat, 28
	.balign	4
linux_src_drivers_sound_sb16.sb_stat:
	.zero	28
	.section .note.GNU-stack,"",@progbits
