# Data of i386/i386/pic.c. Written by port.

# ivect
	.data
	.globl	ivect
	.type	ivect, @object
	.size	ivect, 64
	.balign	4
ivect:
	.long	intnull	# [0]
	.long	intnull	# [1]
	.long	prtnull	# [2]
	.long	intnull	# [3]
	.long	intnull	# [4]
	.long	intnull	# [5]
	.long	intnull	# [6]
	.long	intnull	# [7]
	.long	intnull	# [8]
	.long	intnull	# [9]
	.long	intnull	# [10]
	.long	intnull	# [11]
	.long	intnull	# [12]
	.long	intnull	# [13]
	.long	intnull	# [14]
	.long	intnull	# [15]

# iunit
	.data
	.globl	iunit
	.type	iunit, @object
	.size	iunit, 64
	.balign	4
iunit:
	.long	0	# [0]
	.long	1	# [1]
	.long	2	# [2]
	.long	3	# [3]
	.long	4	# [4]
	.long	5	# [5]
	.long	6	# [6]
	.long	7	# [7]
	.long	8	# [8]
	.long	9	# [9]
	.long	0xa	# [10]
	.long	0xb	# [11]
	.long	0xc	# [12]
	.long	0xd	# [13]
	.long	0xe	# [14]
	.long	0xf	# [15]

# intpri
	.comm	intpri, 16, 1

# pic_mask
	.comm	pic_mask, 16, 2

# curr_pic_mask
	.comm	curr_pic_mask, 2, 2

# curr_ipl
	.comm	curr_ipl, 4, 4
	.section .note.GNU-stack,"",@progbits
