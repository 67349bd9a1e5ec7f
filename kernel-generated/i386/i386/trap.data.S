# Data of i386/i386/trap.c. Written by port.

# trap_counts
	.comm	trap_counts, 128, 4

# static trap_type
	.section .rodata
	.globl	i386_i386_trap.trap_type
	.type	i386_i386_trap.trap_type, @object
	.size	i386_i386_trap.trap_type, 60
	.balign	4
i386_i386_trap.trap_type:
	.long	i386_i386_trap.str.0	# [0]
	.long	i386_i386_trap.str.1	# [1]
	.long	i386_i386_trap.str.2	# [2]
	.long	i386_i386_trap.str.3	# [3]
	.long	i386_i386_trap.str.4	# [4]
	.long	i386_i386_trap.str.5	# [5]
	.long	i386_i386_trap.str.6	# [6]
	.long	i386_i386_trap.str.7	# [7]
	.long	i386_i386_trap.str.8	# [8]
	.long	i386_i386_trap.str.9	# [9]
	.long	i386_i386_trap.str.10	# [10]
	.long	i386_i386_trap.str.11	# [11]
	.long	i386_i386_trap.str.12	# [12]
	.long	i386_i386_trap.str.13	# [13]
	.long	i386_i386_trap.str.14	# [14]

	.section .rodata
i386_i386_trap.str.0:
	.asciz	"divide error"
i386_i386_trap.str.1:
	.asciz	"debug trap"
i386_i386_trap.str.2:
	.asciz	"NMI"
i386_i386_trap.str.3:
	.asciz	"breakpoint"
i386_i386_trap.str.4:
	.asciz	"overflow"
i386_i386_trap.str.5:
	.asciz	"bounds check"
i386_i386_trap.str.6:
	.asciz	"invalid opcode"
i386_i386_trap.str.7:
	.asciz	"no coprocessor"
i386_i386_trap.str.8:
	.asciz	"double fault"
i386_i386_trap.str.9:
	.asciz	"coprocessor overrun"
i386_i386_trap.str.10:
	.asciz	"invalid TSS"
i386_i386_trap.str.11:
	.asciz	"segment not present"
i386_i386_trap.str.12:
	.asciz	"stack fault"
i386_i386_trap.str.13:
	.asciz	"general protection"
i386_i386_trap.str.14:
	.asciz	"page fault"
	.section .note.GNU-stack,"",@progbits
