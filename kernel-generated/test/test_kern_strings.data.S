# Data of test/test_kern_strings.c. Written by port.

# static area
	.bss
	.globl	test_test_kern_strings.area
	.type	test_test_kern_strings.area, @object
	.size	test_test_kern_strings.area, 96
	.balign	1
test_test_kern_strings.area:
	.zero	96

# static model
	.bss
	.globl	test_test_kern_strings.model
	.type	test_test_kern_strings.model, @object
	.size	test_test_kern_strings.model, 96
	.balign	1
test_test_kern_strings.model:
	.zero	96

# static low in test_memcmp
	.section .rodata
	.globl	test_test_kern_strings.test_memcmp.low
	.type	test_test_kern_strings.test_memcmp.low, @object
	.size	test_test_kern_strings.test_memcmp.low, 5
	.balign	1
test_test_kern_strings.test_memcmp.low:
	.byte	0x01	# [0]
	.byte	0x02	# [1]
	.byte	0x03	# [2]
	.byte	0x7f	# [3]
	.byte	0x09	# [4]

# static high in test_memcmp
	.section .rodata
	.globl	test_test_kern_strings.test_memcmp.high
	.type	test_test_kern_strings.test_memcmp.high, @object
	.size	test_test_kern_strings.test_memcmp.high, 5
	.balign	1
test_test_kern_strings.test_memcmp.high:
	.byte	0x01	# [0]
	.byte	0x02	# [1]
	.byte	0x03	# [2]
	.byte	0x80	# [3]
	.zero	1

# static strings_cases
	.section .rodata
	.globl	test_test_kern_strings.strings_cases
	.type	test_test_kern_strings.strings_cases, @object
	.size	test_test_kern_strings.strings_cases, 40
	.balign	4
test_test_kern_strings.strings_cases:
	.long	test_test_kern_strings.str.0	# [0].name
	.long	test_test_kern_strings.test_memmove	# [0].run
	.long	test_test_kern_strings.str.1	# [1].name
	.long	test_test_kern_strings.test_memcpy	# [1].run
	.long	test_test_kern_strings.str.2	# [2].name
	.long	test_test_kern_strings.test_memset	# [2].run
	.long	test_test_kern_strings.str.3	# [3].name
	.long	test_test_kern_strings.test_memcmp	# [3].run
	.long	test_test_kern_strings.str.4	# [4].name
	.long	test_test_kern_strings.test_strings	# [4].run

# strings_suite
	.section .rodata
	.globl	strings_suite
	.type	strings_suite, @object
	.size	strings_suite, 16
	.balign	4
strings_suite:
	.long	test_test_kern_strings.str.5	# .name
	.long	test_test_kern_strings.strings_cases	# .cases
	.long	5	# .count
	.zero	4

	.section .rodata
test_test_kern_strings.str.0:
	.asciz	"memmove"
test_test_kern_strings.str.1:
	.asciz	"memcpy"
test_test_kern_strings.str.2:
	.asciz	"memset"
test_test_kern_strings.str.3:
	.asciz	"memcmp"
test_test_kern_strings.str.4:
	.asciz	"strings"
test_test_kern_strings.str.5:
	.asciz	"strings"
	.section .note.GNU-stack,"",@progbits
