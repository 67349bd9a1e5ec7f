# Entries and inline assembly of test/test_linux_floppy.c.
	.text

	.p2align 4
	.globl test_test_linux_floppy.format_is_known
test_test_linux_floppy.format_is_known:
	jmp	test_test_linux_floppy.format_is_known.m

	.p2align 4
	.globl test_test_linux_floppy.whole_image
test_test_linux_floppy.whole_image:
	jmp	test_test_linux_floppy.whole_image.m

	.p2align 4
	.globl test_test_linux_floppy.virtual_memory
test_test_linux_floppy.virtual_memory:
	jmp	test_test_linux_floppy.virtual_memory.m

	.p2align 4
	.globl test_test_linux_floppy.memory_above_16mb
test_test_linux_floppy.memory_above_16mb:
	jmp	test_test_linux_floppy.memory_above_16mb.m

	.p2align 4
	.globl test_test_linux_floppy.memory_across_64kb
test_test_linux_floppy.memory_across_64kb:
	jmp	test_test_linux_floppy.memory_across_64kb.m

	.p2align 4
	.globl test_test_linux_floppy.read_ahead
test_test_linux_floppy.read_ahead:
	jmp	test_test_linux_floppy.read_ahead.m

	.p2align 4
	.globl test_test_linux_floppy.write_and_read_back
test_test_linux_floppy.write_and_read_back:
	jmp	test_test_linux_floppy.write_and_read_back.m

	.p2align 4
	.globl test_test_linux_floppy.reset_and_read
test_test_linux_floppy.reset_and_read:
	jmp	test_test_linux_floppy.reset_and_read.m

	.p2align 4
	.globl test_test_linux_floppy.beyond_the_end
test_test_linux_floppy.beyond_the_end:
	jmp	test_test_linux_floppy.beyond_the_end.m
	.section .note.GNU-stack,"",@progbits
