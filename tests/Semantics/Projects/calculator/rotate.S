/* unsigned rotate(unsigned value, int by), in the C convention of i386. */
	.text
	.globl rotate
	.type rotate, @function
rotate:
	movl 4(%esp), %eax
	movl 8(%esp), %ecx
	roll %cl, %eax
	ret
	.size rotate, . - rotate
	.section .note.GNU-stack, "", @progbits
