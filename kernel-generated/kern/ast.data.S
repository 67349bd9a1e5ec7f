# Data of kern/ast.c. Written by port.

# need_ast
	.comm	need_ast, 4, 4
	.section .note.GNU-stack,"",@progbits
