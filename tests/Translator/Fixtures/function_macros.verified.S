# Data of function_macros.c. Written by port.

# static static_base
	.bss
	.globl	function_macros.static_base
	.type	function_macros.static_base, @object
	.size	function_macros.static_base, 4
	.balign	4
function_macros.static_base:
	.zero	4
	.section .note.GNU-stack,"",@progbits
