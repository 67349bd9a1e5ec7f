# Data of kern/mach_clock.c. Written by port.

# hz
	.data
	.globl	hz
	.type	hz, @object
	.size	hz, 4
	.balign	4
hz:
	.long	0x64

# tick
	.data
	.globl	tick
	.type	tick, @object
	.size	tick, 4
	.balign	4
tick:
	.long	0x2710

# elapsed_ticks
	.bss
	.globl	elapsed_ticks
	.type	elapsed_ticks, @object
	.size	elapsed_ticks, 4
	.balign	4
elapsed_ticks:
	.zero	4

# time
	.bss
	.globl	time
	.type	time, @object
	.size	time, 8
	.balign	4
time:
	.zero	8

# static timer_list
	.bss
	.globl	kern_mach_clock.timer_list
	.type	kern_mach_clock.timer_list, @object
	.size	kern_mach_clock.timer_list, 8
	.balign	4
kern_mach_clock.timer_list:
	.zero	8

# static timeout_timers
	.bss
	.globl	kern_mach_clock.timeout_timers
	.type	kern_mach_clock.timeout_timers, @object
	.size	kern_mach_clock.timeout_timers, 480
	.balign	4
kern_mach_clock.timeout_timers:
	.zero	480
	.section .note.GNU-stack,"",@progbits
