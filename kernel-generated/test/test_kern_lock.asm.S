# Entries and inline assembly of test/test_kern_lock.c.
	.text

	.p2align 4
	.globl test_test_kern_lock.reader
test_test_kern_lock.reader:
	jmp	test_test_kern_lock.reader.m

	.p2align 4
	.globl test_test_kern_lock.writer
test_test_kern_lock.writer:
	jmp	test_test_kern_lock.writer.m

	.p2align 4
	.globl test_test_kern_lock.readers_share
test_test_kern_lock.readers_share:
	jmp	test_test_kern_lock.readers_share.m

	.p2align 4
	.globl test_test_kern_lock.writer_excludes
test_test_kern_lock.writer_excludes:
	jmp	test_test_kern_lock.writer_excludes.m

	.p2align 4
	.globl test_test_kern_lock.writer_goes_first
test_test_kern_lock.writer_goes_first:
	jmp	test_test_kern_lock.writer_goes_first.m

	.p2align 4
	.globl test_test_kern_lock.upgrade_and_downgrade
test_test_kern_lock.upgrade_and_downgrade:
	jmp	test_test_kern_lock.upgrade_and_downgrade.m

	.p2align 4
	.globl test_test_kern_lock.upgrader
test_test_kern_lock.upgrader:
	jmp	test_test_kern_lock.upgrader.m

	.p2align 4
	.globl test_test_kern_lock.one_upgrade_only
test_test_kern_lock.one_upgrade_only:
	jmp	test_test_kern_lock.one_upgrade_only.m

	.p2align 4
	.globl test_test_kern_lock.try_upgrade
test_test_kern_lock.try_upgrade:
	jmp	test_test_kern_lock.try_upgrade.m

	.p2align 4
	.globl test_test_kern_lock.recursion
test_test_kern_lock.recursion:
	jmp	test_test_kern_lock.recursion.m
	.section .note.GNU-stack,"",@progbits
