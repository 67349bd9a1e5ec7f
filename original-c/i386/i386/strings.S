/*
 *	i386/i386/strings.S: blocks of memory by the processor's string
 *	instructions.  The compiler calls these by itself, for large
 *	assignments and initializers.
 */
	.text

/*
 *	void *memcpy(void *to, const void *from, size_t n)
 */
	.globl	memcpy
	.align	16
memcpy:
	pushl	%edi
	pushl	%esi
	movl	12(%esp), %edi
	movl	16(%esp), %esi
	movl	20(%esp), %ecx
	movl	%edi, %eax
	movl	%ecx, %edx
	shrl	$2, %ecx
	rep
	movsl
	movl	%edx, %ecx
	andl	$3, %ecx
	rep
	movsb
	popl	%esi
	popl	%edi
	ret

/*
 *	void *memmove(void *to, const void *from, size_t n)
 *
 *	Only when the target begins inside the source does the order matter;
 *	then the last byte goes first.
 */
	.globl	memmove
	.align	16
memmove:
	movl	4(%esp), %eax
	subl	8(%esp), %eax
	cmpl	12(%esp), %eax
	jae	memcpy
	pushl	%edi
	pushl	%esi
	movl	12(%esp), %edi
	movl	16(%esp), %esi
	movl	20(%esp), %ecx
	leal	-1(%edi, %ecx), %edi
	leal	-1(%esi, %ecx), %esi
	std
	rep
	movsb
	cld
	movl	12(%esp), %eax
	popl	%esi
	popl	%edi
	ret

/*
 *	void *memset(void *to, int value, size_t n)
 */
	.globl	memset
	.align	16
memset:
	pushl	%edi
	movl	8(%esp), %edi
	movzbl	12(%esp), %eax
	imull	$0x01010101, %eax, %eax
	movl	16(%esp), %ecx
	movl	%ecx, %edx
	shrl	$2, %ecx
	rep
	stosl
	movl	%edx, %ecx
	andl	$3, %ecx
	rep
	stosb
	movl	8(%esp), %eax
	popl	%edi
	ret

	.section .note.GNU-stack,"",@progbits
