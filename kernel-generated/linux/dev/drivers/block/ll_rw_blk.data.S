# Data of linux/dev/drivers/block/ll_rw_blk.c. Written by port.

# static all_requests
	.bss
	.globl	linux_dev_drivers_block_ll_rw_blk.all_requests
	.type	linux_dev_drivers_block_ll_rw_blk.all_requests, @object
	.size	linux_dev_drivers_block_ll_rw_blk.all_requests, 2816
	.balign	4
linux_dev_drivers_block_ll_rw_blk.all_requests:
	.zero	2816

# wait_for_request
	.comm	wait_for_request, 4, 4

# blk_dev
	.comm	blk_dev, 3328, 4

# blk_stat
	.comm	blk_stat, 1280, 4

# blk_size
	.comm	blk_size, 256, 4

# blksize_size
	.comm	blksize_size, 256, 4

# hardsect_size
	.comm	hardsect_size, 256, 4

# read_ahead
	.comm	read_ahead, 256, 4

# static ro_bits
	.bss
	.globl	linux_dev_drivers_block_ll_rw_blk.ro_bits
	.type	linux_dev_drivers_block_ll_rw_blk.ro_bits, @object
	.size	linux_dev_drivers_block_ll_rw_blk.ro_bits, 2048
	.balign	4
linux_dev_drivers_block_ll_rw_blk.ro_bits:
	.zero	2048

# static prev_found in get_request
	.data
	.globl	linux_dev_drivers_block_ll_rw_blk.get_request.prev_found
	.type	linux_dev_drivers_block_ll_rw_blk.get_request.prev_found, @object
	.size	linux_dev_drivers_block_ll_rw_blk.get_request.prev_found, 4
	.balign	4
linux_dev_drivers_block_ll_rw_blk.get_request.prev_found:
	.long	linux_dev_drivers_block_ll_rw_blk.all_requests
	.section .note.GNU-stack,"",@progbits
