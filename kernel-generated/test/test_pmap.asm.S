# Entries and inline assembly of test/test_pmap.c.
	.text

	.p2align 4
	.globl test_test_pmap.test_direct_map
test_test_pmap.test_direct_map:
	jmp	test_test_pmap.test_direct_map.m

	.p2align 4
	.globl test_test_pmap.test_text_is_read_only
test_test_pmap.test_text_is_read_only:
	jmp	test_test_pmap.test_text_is_read_only.m

	.p2align 4
	.globl test_test_pmap.test_enter_and_remove
test_test_pmap.test_enter_and_remove:
	jmp	test_test_pmap.test_enter_and_remove.m

	.p2align 4
	.globl test_test_pmap.test_aliases
test_test_pmap.test_aliases:
	jmp	test_test_pmap.test_aliases.m

	.p2align 4
	.globl test_test_pmap.test_other_map
test_test_pmap.test_other_map:
	jmp	test_test_pmap.test_other_map.m
	.section .note.GNU-stack,"",@progbits
