# Data of data.c. Written by port.

# static table
	.section .rodata
	.globl	data.table
	.type	data.table, @object
	.size	data.table, 24
	.balign	4
data.table:
	.long	data.str.0	# [0].name
	.long	data.twice	# [0].run
	.short	1	# [0].flags
	.byte	0x00
	.byte	0x00
	.long	data.str.1	# [1].name
	.long	thrice	# [1].run
	.zero	4

# counter
	.data
	.globl	counter
	.type	counter, @object
	.size	counter, 4
	.balign	4
counter:
	.long	7

# static buffer
	.bss
	.globl	data.buffer
	.type	data.buffer, @object
	.size	data.buffer, 16
	.balign	1
data.buffer:
	.zero	16

# tentative
	.bss
	.globl	tentative
	.type	tentative, @object
	.size	tentative, 4
	.balign	4
tentative:
	.zero	4

# matrix
	.data
	.globl	matrix
	.type	matrix, @object
	.size	matrix, 24
	.balign	4
matrix:
	.long	1	# [0][0]
	.long	2	# [0][1]
	.long	3	# [0][2]
	.zero	8
	.long	6	# [1][2]

# second
	.data
	.globl	second
	.type	second, @object
	.size	second, 4
	.balign	4
second:
	.long	matrix+20

# text
	.section .rodata
	.globl	text
	.type	text, @object
	.size	text, 6
	.balign	1
text:
	.ascii	"a\tb\"\001"
	.zero	1

# half
	.data
	.globl	half
	.type	half, @object
	.size	half, 8
	.balign	4
half:
	.quad	0x3fe0000000000000

# static calls in use
	.bss
	.globl	data.use.calls
	.type	data.use.calls, @object
	.size	data.use.calls, 4
	.balign	4
data.use.calls:
	.zero	4

	.section .rodata
data.str.0:
	.asciz	"twice"
data.str.1:
	.asciz	"thrice"
	.section .note.GNU-stack,"",@progbits
