# Entries and inline assembly of test/test_linux_memory.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_memory.memory_map
	.type test_test_linux_memory.memory_map, @function
test_test_linux_memory.memory_map:
	jmp	test_test_linux_memory.memory_map.m
	.size test_test_linux_memory.memory_map, . - test_test_linux_memory.memory_map

	.p2align 4
	.globl test_test_linux_memory.buffers_at_once
	.type test_test_linux_memory.buffers_at_once, @function
test_test_linux_memory.buffers_at_once:
	jmp	test_test_linux_memory.buffers_at_once.m
	.size test_test_linux_memory.buffers_at_once, . - test_test_linux_memory.buffers_at_once
	.section .note.GNU-stack,"",@progbits
