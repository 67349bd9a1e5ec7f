# Data of test/test_linux_block.c. Written by port.

# static ram_dev
	.section .rodata
	.globl	test_test_linux_block.ram_dev
	.type	test_test_linux_block.ram_dev, @object
	.size	test_test_linux_block.ram_dev, 2
	.balign	2
test_test_linux_block.ram_dev:
	.short	0x3c00

# static disk
	.bss
	.globl	test_test_linux_block.disk
	.type	test_test_linux_block.disk, @object
	.size	test_test_linux_block.disk, 4
	.balign	4
test_test_linux_block.disk:
	.zero	4

# static ram_sizes
	.data
	.globl	test_test_linux_block.ram_sizes
	.type	test_test_linux_block.ram_sizes, @object
	.size	test_test_linux_block.ram_sizes, 1024
	.balign	4
test_test_linux_block.ram_sizes:
	.long	0x100	# [0]
	.zero	1020

# static ram_batch
	.bss
	.globl	test_test_linux_block.ram_batch
	.type	test_test_linux_block.ram_batch, @object
	.size	test_test_linux_block.ram_batch, 4
	.balign	4
test_test_linux_block.ram_batch:
	.zero	4

# static ram_bad_sector
	.data
	.globl	test_test_linux_block.ram_bad_sector
	.type	test_test_linux_block.ram_bad_sector, @object
	.size	test_test_linux_block.ram_bad_sector, 4
	.balign	4
test_test_linux_block.ram_bad_sector:
	.long	0xffffffff

# static ram_timer
	.bss
	.globl	test_test_linux_block.ram_timer
	.type	test_test_linux_block.ram_timer, @object
	.size	test_test_linux_block.ram_timer, 20
	.balign	4
test_test_linux_block.ram_timer:
	.zero	20

# static served
	.bss
	.globl	test_test_linux_block.served
	.type	test_test_linux_block.served, @object
	.size	test_test_linux_block.served, 512
	.balign	4
test_test_linux_block.served:
	.zero	512

# static served_count
	.bss
	.globl	test_test_linux_block.served_count
	.type	test_test_linux_block.served_count, @object
	.size	test_test_linux_block.served_count, 4
	.balign	4
test_test_linux_block.served_count:
	.zero	4

# static last in serve_buffer
	.bss
	.globl	test_test_linux_block.serve_buffer.last
	.type	test_test_linux_block.serve_buffer.last, @object
	.size	test_test_linux_block.serve_buffer.last, 4
	.balign	4
test_test_linux_block.serve_buffer.last:
	.zero	4

# static ram_fops
	.bss
	.globl	test_test_linux_block.ram_fops
	.type	test_test_linux_block.ram_fops, @object
	.size	test_test_linux_block.ram_fops, 52
	.balign	4
test_test_linux_block.ram_fops:
	.zero	52

# static heads
	.bss
	.globl	test_test_linux_block.heads
	.type	test_test_linux_block.heads, @object
	.size	test_test_linux_block.heads, 2800
	.balign	4
test_test_linux_block.heads:
	.zero	2800

# static bhv
	.bss
	.globl	test_test_linux_block.bhv
	.type	test_test_linux_block.bhv, @object
	.size	test_test_linux_block.bhv, 400
	.balign	4
test_test_linux_block.bhv:
	.zero	400

# static head_data
	.bss
	.globl	test_test_linux_block.head_data
	.type	test_test_linux_block.head_data, @object
	.size	test_test_linux_block.head_data, 4
	.balign	4
test_test_linux_block.head_data:
	.zero	4

# static up in neighbours_merge
	.section .rodata
	.globl	test_test_linux_block.neighbours_merge.up
	.type	test_test_linux_block.neighbours_merge.up, @object
	.size	test_test_linux_block.neighbours_merge.up, 16
	.balign	2
test_test_linux_block.neighbours_merge.up:
	.short	8	# [0]
	.short	9	# [1]
	.short	0xa	# [2]
	.short	0xb	# [3]
	.short	0xc	# [4]
	.short	0xd	# [5]
	.short	0xe	# [6]
	.short	0xf	# [7]

# static down in neighbours_merge
	.section .rodata
	.globl	test_test_linux_block.neighbours_merge.down
	.type	test_test_linux_block.neighbours_merge.down, @object
	.size	test_test_linux_block.neighbours_merge.down, 16
	.balign	2
test_test_linux_block.neighbours_merge.down:
	.short	0x2f	# [0]
	.short	0x2e	# [1]
	.short	0x2d	# [2]
	.short	0x2c	# [3]
	.short	0x2b	# [4]
	.short	0x2a	# [5]
	.short	0x29	# [6]
	.short	0x28	# [7]

# static sectors in requests_are_sorted
	.section .rodata
	.globl	test_test_linux_block.requests_are_sorted.sectors
	.type	test_test_linux_block.requests_are_sorted.sectors, @object
	.size	test_test_linux_block.requests_are_sorted.sectors, 8
	.balign	2
test_test_linux_block.requests_are_sorted.sectors:
	.short	0x28	# [0]
	.short	0xa	# [1]
	.short	0x1e	# [2]
	.short	0x14	# [3]

# static sectors in more_than_all_requests
	.bss
	.globl	test_test_linux_block.more_than_all_requests.sectors
	.type	test_test_linux_block.more_than_all_requests.sectors, @object
	.size	test_test_linux_block.more_than_all_requests.sectors, 200
	.balign	2
test_test_linux_block.more_than_all_requests.sectors:
	.zero	200

# static sectors in nothing_to_do
	.section .rodata
	.globl	test_test_linux_block.nothing_to_do.sectors
	.type	test_test_linux_block.nothing_to_do.sectors, @object
	.size	test_test_linux_block.nothing_to_do.sectors, 6
	.balign	2
test_test_linux_block.nothing_to_do.sectors:
	.short	1	# [0]
	.short	2	# [1]
	.short	3	# [2]

# static outside in errors_are_reported
	.section .rodata
	.globl	test_test_linux_block.errors_are_reported.outside
	.type	test_test_linux_block.errors_are_reported.outside, @object
	.size	test_test_linux_block.errors_are_reported.outside, 2
	.balign	2
test_test_linux_block.errors_are_reported.outside:
	.short	0x200	# [0]

# static cases
	.section .rodata
	.globl	test_test_linux_block.cases
	.type	test_test_linux_block.cases, @object
	.size	test_test_linux_block.cases, 88
	.balign	4
test_test_linux_block.cases:
	.long	test_test_linux_block.str.0	# [0].name
	.long	test_test_linux_block.open_fails_without_driver	# [0].run
	.long	test_test_linux_block.str.1	# [1].name
	.long	test_test_linux_block.neighbours_merge	# [1].run
	.long	test_test_linux_block.str.2	# [2].name
	.long	test_test_linux_block.requests_are_sorted	# [2].run
	.long	test_test_linux_block.str.3	# [3].name
	.long	test_test_linux_block.more_than_all_requests	# [3].run
	.long	test_test_linux_block.str.4	# [4].name
	.long	test_test_linux_block.nothing_to_do	# [4].run
	.long	test_test_linux_block.str.5	# [5].name
	.long	test_test_linux_block.read_and_write_fast	# [5].run
	.long	test_test_linux_block.str.6	# [6].name
	.long	test_test_linux_block.read_and_write_slow	# [6].run
	.long	test_test_linux_block.str.7	# [7].name
	.long	test_test_linux_block.direct_memory	# [7].run
	.long	test_test_linux_block.str.8	# [8].name
	.long	test_test_linux_block.errors_are_reported	# [8].run
	.long	test_test_linux_block.str.9	# [9].name
	.long	test_test_linux_block.read_only_device	# [9].run
	.long	test_test_linux_block.str.10	# [10].name
	.long	test_test_linux_block.bread_and_brelse	# [10].run

# linux_block_suite
	.section .rodata
	.globl	linux_block_suite
	.type	linux_block_suite, @object
	.size	linux_block_suite, 16
	.balign	4
linux_block_suite:
	.long	test_test_linux_block.str.11	# .name
	.long	test_test_linux_block.cases	# .cases
	.long	0xb	# .count
	.zero	4

	.section .rodata
test_test_linux_block.str.0:
	.asciz	"no_driver"
test_test_linux_block.str.1:
	.asciz	"merge"
test_test_linux_block.str.2:
	.asciz	"sort"
test_test_linux_block.str.3:
	.asciz	"more_requests"
test_test_linux_block.str.4:
	.asciz	"nothing_to_do"
test_test_linux_block.str.5:
	.asciz	"rw_fast"
test_test_linux_block.str.6:
	.asciz	"rw_slow"
test_test_linux_block.str.7:
	.asciz	"direct"
test_test_linux_block.str.8:
	.asciz	"errors"
test_test_linux_block.str.9:
	.asciz	"read_only"
test_test_linux_block.str.10:
	.asciz	"bread"
test_test_linux_block.str.11:
	.asciz	"linux_block"
	.section .note.GNU-stack,"",@progbits
