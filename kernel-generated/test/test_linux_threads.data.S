# Data of test/test_linux_threads.c. Written by port.

# static threads
	.bss
	.globl	test_test_linux_threads.threads
	.type	test_test_linux_threads.threads, @object
	.size	test_test_linux_threads.threads, 20
	.balign	4
test_test_linux_threads.threads:
	.zero	20

# static region
	.bss
	.globl	test_test_linux_threads.region
	.type	test_test_linux_threads.region, @object
	.size	test_test_linux_threads.region, 8
	.balign	4
test_test_linux_threads.region:
	.zero	8

# static inside
	.bss
	.globl	test_test_linux_threads.inside
	.type	test_test_linux_threads.inside, @object
	.size	test_test_linux_threads.inside, 4
	.balign	4
test_test_linux_threads.inside:
	.zero	4

# static entries
	.bss
	.globl	test_test_linux_threads.entries
	.type	test_test_linux_threads.entries, @object
	.size	test_test_linux_threads.entries, 4
	.balign	4
test_test_linux_threads.entries:
	.zero	4

# static collisions
	.bss
	.globl	test_test_linux_threads.collisions
	.type	test_test_linux_threads.collisions, @object
	.size	test_test_linux_threads.collisions, 4
	.balign	4
test_test_linux_threads.collisions:
	.zero	4

# static gate_queue
	.bss
	.globl	test_test_linux_threads.gate_queue
	.type	test_test_linux_threads.gate_queue, @object
	.size	test_test_linux_threads.gate_queue, 4
	.balign	4
test_test_linux_threads.gate_queue:
	.zero	4

# static gate_open
	.bss
	.globl	test_test_linux_threads.gate_open
	.type	test_test_linux_threads.gate_open, @object
	.size	test_test_linux_threads.gate_open, 4
	.balign	4
test_test_linux_threads.gate_open:
	.zero	4

# static waiting
	.bss
	.globl	test_test_linux_threads.waiting
	.type	test_test_linux_threads.waiting, @object
	.size	test_test_linux_threads.waiting, 4
	.balign	4
test_test_linux_threads.waiting:
	.zero	4

# static through
	.bss
	.globl	test_test_linux_threads.through
	.type	test_test_linux_threads.through, @object
	.size	test_test_linux_threads.through, 4
	.balign	4
test_test_linux_threads.through:
	.zero	4

# static disk
	.bss
	.globl	test_test_linux_threads.disk
	.type	test_test_linux_threads.disk, @object
	.size	test_test_linux_threads.disk, 4
	.balign	4
test_test_linux_threads.disk:
	.zero	4

# static sums
	.bss
	.globl	test_test_linux_threads.sums
	.type	test_test_linux_threads.sums, @object
	.size	test_test_linux_threads.sums, 20
	.balign	4
test_test_linux_threads.sums:
	.zero	20

# static cases
	.section .rodata
	.globl	test_test_linux_threads.cases
	.type	test_test_linux_threads.cases, @object
	.size	test_test_linux_threads.cases, 24
	.balign	4
test_test_linux_threads.cases:
	.long	test_test_linux_threads.str.0	# [0].name
	.long	test_test_linux_threads.semaphore_excludes	# [0].run
	.long	test_test_linux_threads.str.1	# [1].name
	.long	test_test_linux_threads.wake_up_wakes_all	# [1].run
	.long	test_test_linux_threads.str.2	# [2].name
	.long	test_test_linux_threads.floppy_is_shared	# [2].run

# linux_threads_suite
	.section .rodata
	.globl	linux_threads_suite
	.type	linux_threads_suite, @object
	.size	linux_threads_suite, 16
	.balign	4
linux_threads_suite:
	.long	test_test_linux_threads.str.3	# .name
	.long	test_test_linux_threads.cases	# .cases
	.long	3	# .count
	.zero	4

	.section .rodata
test_test_linux_threads.str.0:
	.asciz	"semaphore"
test_test_linux_threads.str.1:
	.asciz	"wake_up"
test_test_linux_threads.str.2:
	.asciz	"floppy"
test_test_linux_threads.str.3:
	.asciz	"linux_threads"
	.section .note.GNU-stack,"",@progbits
