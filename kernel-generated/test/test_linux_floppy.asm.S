# Entries and inline assembly of test/test_linux_floppy.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_floppy.format_is_known
	.type test_test_linux_floppy.format_is_known, @function
test_test_linux_floppy.format_is_known:
	jmp	test_test_linux_floppy.format_is_known.m
	.size test_test_linux_floppy.format_is_known, . - test_test_linux_floppy.format_is_known

	.p2align 4
	.globl test_test_linux_floppy.whole_image
	.type test_test_linux_floppy.whole_image, @function
test_test_linux_floppy.whole_image:
	jmp	test_test_linux_floppy.whole_image.m
	.size test_test_linux_floppy.whole_image, . - test_test_linux_floppy.whole_image

	.p2align 4
	.globl test_test_linux_floppy.virtual_memory
	.type test_test_linux_floppy.virtual_memory, @function
test_test_linux_floppy.virtual_memory:
	jmp	test_test_linux_floppy.virtual_memory.m
	.size test_test_linux_floppy.virtual_memory, . - test_test_linux_floppy.virtual_memory

	.p2align 4
	.globl test_test_linux_floppy.memory_above_16mb
	.type test_test_linux_floppy.memory_above_16mb, @function
test_test_linux_floppy.memory_above_16mb:
	jmp	test_test_linux_floppy.memory_above_16mb.m
	.size test_test_linux_floppy.memory_above_16mb, . - test_test_linux_floppy.memory_above_16mb

	.p2align 4
	.globl test_test_linux_floppy.memory_across_64kb
	.type test_test_linux_floppy.memory_across_64kb, @function
test_test_linux_floppy.memory_across_64kb:
	jmp	test_test_linux_floppy.memory_across_64kb.m
	.size test_test_linux_floppy.memory_across_64kb, . - test_test_linux_floppy.memory_across_64kb

	.p2align 4
	.globl test_test_linux_floppy.read_ahead
	.type test_test_linux_floppy.read_ahead, @function
test_test_linux_floppy.read_ahead:
	jmp	test_test_linux_floppy.read_ahead.m
	.size test_test_linux_floppy.read_ahead, . - test_test_linux_floppy.read_ahead

	.p2align 4
	.globl test_test_linux_floppy.write_and_read_back
	.type test_test_linux_floppy.write_and_read_back, @function
test_test_linux_floppy.write_and_read_back:
	jmp	test_test_linux_floppy.write_and_read_back.m
	.size test_test_linux_floppy.write_and_read_back, . - test_test_linux_floppy.write_and_read_back

	.p2align 4
	.globl test_test_linux_floppy.reset_and_read
	.type test_test_linux_floppy.reset_and_read, @function
test_test_linux_floppy.reset_and_read:
	jmp	test_test_linux_floppy.reset_and_read.m
	.size test_test_linux_floppy.reset_and_read, . - test_test_linux_floppy.reset_and_read

	.p2align 4
	.globl test_test_linux_floppy.beyond_the_end
	.type test_test_linux_floppy.beyond_the_end, @function
test_test_linux_floppy.beyond_the_end:
	jmp	test_test_linux_floppy.beyond_the_end.m
	.size test_test_linux_floppy.beyond_the_end, . - test_test_linux_floppy.beyond_the_end
	.section .note.GNU-stack,"",@progbits
