# Entries and inline assembly of test/test_pmap.c. Written by port.
	.text

	.p2align 4
	.globl test_test_pmap.test_direct_map
	.type test_test_pmap.test_direct_map, @function
test_test_pmap.test_direct_map:
	jmp	test_test_pmap.test_direct_map.m
	.size test_test_pmap.test_direct_map, . - test_test_pmap.test_direct_map

	.p2align 4
	.globl test_test_pmap.test_text_is_read_only
	.type test_test_pmap.test_text_is_read_only, @function
test_test_pmap.test_text_is_read_only:
	jmp	test_test_pmap.test_text_is_read_only.m
	.size test_test_pmap.test_text_is_read_only, . - test_test_pmap.test_text_is_read_only

	.p2align 4
	.globl test_test_pmap.test_enter_and_remove
	.type test_test_pmap.test_enter_and_remove, @function
test_test_pmap.test_enter_and_remove:
	jmp	test_test_pmap.test_enter_and_remove.m
	.size test_test_pmap.test_enter_and_remove, . - test_test_pmap.test_enter_and_remove

	.p2align 4
	.globl test_test_pmap.test_aliases
	.type test_test_pmap.test_aliases, @function
test_test_pmap.test_aliases:
	jmp	test_test_pmap.test_aliases.m
	.size test_test_pmap.test_aliases, . - test_test_pmap.test_aliases

	.p2align 4
	.globl test_test_pmap.test_other_map
	.type test_test_pmap.test_other_map, @function
test_test_pmap.test_other_map:
	jmp	test_test_pmap.test_other_map.m
	.size test_test_pmap.test_other_map, . - test_test_pmap.test_other_map
	.section .note.GNU-stack,"",@progbits
