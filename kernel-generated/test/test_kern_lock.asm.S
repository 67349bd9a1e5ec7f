# Entries and inline assembly of test/test_kern_lock.c. Written by port.
	.text

	.p2align 4
	.globl test_test_kern_lock.reader
	.type test_test_kern_lock.reader, @function
test_test_kern_lock.reader:
	jmp	test_test_kern_lock.reader.m
	.size test_test_kern_lock.reader, . - test_test_kern_lock.reader

	.p2align 4
	.globl test_test_kern_lock.writer
	.type test_test_kern_lock.writer, @function
test_test_kern_lock.writer:
	jmp	test_test_kern_lock.writer.m
	.size test_test_kern_lock.writer, . - test_test_kern_lock.writer

	.p2align 4
	.globl test_test_kern_lock.readers_share
	.type test_test_kern_lock.readers_share, @function
test_test_kern_lock.readers_share:
	jmp	test_test_kern_lock.readers_share.m
	.size test_test_kern_lock.readers_share, . - test_test_kern_lock.readers_share

	.p2align 4
	.globl test_test_kern_lock.writer_excludes
	.type test_test_kern_lock.writer_excludes, @function
test_test_kern_lock.writer_excludes:
	jmp	test_test_kern_lock.writer_excludes.m
	.size test_test_kern_lock.writer_excludes, . - test_test_kern_lock.writer_excludes

	.p2align 4
	.globl test_test_kern_lock.writer_goes_first
	.type test_test_kern_lock.writer_goes_first, @function
test_test_kern_lock.writer_goes_first:
	jmp	test_test_kern_lock.writer_goes_first.m
	.size test_test_kern_lock.writer_goes_first, . - test_test_kern_lock.writer_goes_first

	.p2align 4
	.globl test_test_kern_lock.upgrade_and_downgrade
	.type test_test_kern_lock.upgrade_and_downgrade, @function
test_test_kern_lock.upgrade_and_downgrade:
	jmp	test_test_kern_lock.upgrade_and_downgrade.m
	.size test_test_kern_lock.upgrade_and_downgrade, . - test_test_kern_lock.upgrade_and_downgrade

	.p2align 4
	.globl test_test_kern_lock.upgrader
	.type test_test_kern_lock.upgrader, @function
test_test_kern_lock.upgrader:
	jmp	test_test_kern_lock.upgrader.m
	.size test_test_kern_lock.upgrader, . - test_test_kern_lock.upgrader

	.p2align 4
	.globl test_test_kern_lock.one_upgrade_only
	.type test_test_kern_lock.one_upgrade_only, @function
test_test_kern_lock.one_upgrade_only:
	jmp	test_test_kern_lock.one_upgrade_only.m
	.size test_test_kern_lock.one_upgrade_only, . - test_test_kern_lock.one_upgrade_only

	.p2align 4
	.globl test_test_kern_lock.try_upgrade
	.type test_test_kern_lock.try_upgrade, @function
test_test_kern_lock.try_upgrade:
	jmp	test_test_kern_lock.try_upgrade.m
	.size test_test_kern_lock.try_upgrade, . - test_test_kern_lock.try_upgrade

	.p2align 4
	.globl test_test_kern_lock.recursion
	.type test_test_kern_lock.recursion, @function
test_test_kern_lock.recursion:
	jmp	test_test_kern_lock.recursion.m
	.size test_test_kern_lock.recursion, . - test_test_kern_lock.recursion
	.section .note.GNU-stack,"",@progbits
