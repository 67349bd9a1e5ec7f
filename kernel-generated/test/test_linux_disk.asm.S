# Entries and inline assembly of test/test_linux_disk.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_disk.count_ide
	.type test_test_linux_disk.count_ide, @function
test_test_linux_disk.count_ide:
	movl	4(%esp), %ecx
	jmp	test_test_linux_disk.count_ide.m
	.size test_test_linux_disk.count_ide, . - test_test_linux_disk.count_ide

	.p2align 4
	.globl test_test_linux_disk.count_scsi
	.type test_test_linux_disk.count_scsi, @function
test_test_linux_disk.count_scsi:
	movl	4(%esp), %ecx
	jmp	test_test_linux_disk.count_scsi.m
	.size test_test_linux_disk.count_scsi, . - test_test_linux_disk.count_scsi

	.p2align 4
	.globl test_test_linux_disk.spin
	.type test_test_linux_disk.spin, @function
test_test_linux_disk.spin:
	jmp	test_test_linux_disk.spin.m
	.size test_test_linux_disk.spin, . - test_test_linux_disk.spin

	.p2align 4
	.globl test_test_linux_disk.whole_disk
	.type test_test_linux_disk.whole_disk, @function
test_test_linux_disk.whole_disk:
	jmp	test_test_linux_disk.whole_disk.m
	.size test_test_linux_disk.whole_disk, . - test_test_linux_disk.whole_disk

	.p2align 4
	.globl test_test_linux_disk.scattered
	.type test_test_linux_disk.scattered, @function
test_test_linux_disk.scattered:
	jmp	test_test_linux_disk.scattered.m
	.size test_test_linux_disk.scattered, . - test_test_linux_disk.scattered

	.p2align 4
	.globl test_test_linux_disk.odd_addresses
	.type test_test_linux_disk.odd_addresses, @function
test_test_linux_disk.odd_addresses:
	jmp	test_test_linux_disk.odd_addresses.m
	.size test_test_linux_disk.odd_addresses, . - test_test_linux_disk.odd_addresses

	.p2align 4
	.globl test_test_linux_disk.write_and_read
	.type test_test_linux_disk.write_and_read, @function
test_test_linux_disk.write_and_read:
	jmp	test_test_linux_disk.write_and_read.m
	.size test_test_linux_disk.write_and_read, . - test_test_linux_disk.write_and_read

	.p2align 4
	.globl test_test_linux_disk.partitions
	.type test_test_linux_disk.partitions, @function
test_test_linux_disk.partitions:
	jmp	test_test_linux_disk.partitions.m
	.size test_test_linux_disk.partitions, . - test_test_linux_disk.partitions

	.p2align 4
	.globl test_test_linux_disk.beyond_the_end
	.type test_test_linux_disk.beyond_the_end, @function
test_test_linux_disk.beyond_the_end:
	jmp	test_test_linux_disk.beyond_the_end.m
	.size test_test_linux_disk.beyond_the_end, . - test_test_linux_disk.beyond_the_end

	.p2align 4
	.globl test_test_linux_disk.in_used_memory
	.type test_test_linux_disk.in_used_memory, @function
test_test_linux_disk.in_used_memory:
	jmp	test_test_linux_disk.in_used_memory.m
	.size test_test_linux_disk.in_used_memory, . - test_test_linux_disk.in_used_memory

	.p2align 4
	.globl test_test_linux_disk.bad_sector
	.type test_test_linux_disk.bad_sector, @function
test_test_linux_disk.bad_sector:
	jmp	test_test_linux_disk.bad_sector.m
	.size test_test_linux_disk.bad_sector, . - test_test_linux_disk.bad_sector

	.p2align 4
	.globl test_test_linux_disk.files
	.type test_test_linux_disk.files, @function
test_test_linux_disk.files:
	jmp	test_test_linux_disk.files.m
	.size test_test_linux_disk.files, . - test_test_linux_disk.files
	.section .note.GNU-stack,"",@progbits
