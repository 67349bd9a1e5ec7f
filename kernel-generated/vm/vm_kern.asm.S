# Entries and inline assembly of vm/vm_kern.c. Written by port.
	.text

	.p2align 4
	.globl kmem_alloc_wired
	.type kmem_alloc_wired, @function
kmem_alloc_wired:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	kmem_alloc_wired.m
	ret
	.size kmem_alloc_wired, . - kmem_alloc_wired

	.p2align 4
	.globl kmem_alloc_pageable
	.type kmem_alloc_pageable, @function
kmem_alloc_pageable:
	pushl	12(%esp)
	movl	8(%esp), %ecx
	movl	12(%esp), %edx
	call	kmem_alloc_pageable.m
	ret
	.size kmem_alloc_pageable, . - kmem_alloc_pageable
	.section .note.GNU-stack,"",@progbits
