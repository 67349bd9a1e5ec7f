/*
 *	i386at/boothdr.S: the first instructions, and the header by which the
 *	boot loader knows the kernel (Multiboot Specification 0.6.96).
 */


#define	MULTIBOOT_MAGIC		0x1BADB002
#define	MULTIBOOT_FLAGS		0x00000003	/* page-aligned modules, memory information */

	.section .multiboot, "a"
	.balign	4
	.long	MULTIBOOT_MAGIC
	.long	MULTIBOOT_FLAGS
	.long	-(MULTIBOOT_MAGIC + MULTIBOOT_FLAGS)

	.section .text.start, "ax", @progbits
	.globl	_start, start
_start:
start:
	cli
	cld
	movl	$boot_stack_top, %esp
	pushl	$0				/* EFLAGS in a known state */
	popfl
	xorl	%ebp, %ebp
	call	check_processor			/* returns if it can run the rest */
	pushl	%ebx				/* multiboot information */
	call	c_boot_entry
1:	hlt
	jmp	1b

	.section .bss
	.balign	4096
	.globl	boot_stack, boot_stack_top
boot_stack:
	.skip	0x4000
boot_stack_top:

	.section .note.GNU-stack,"",@progbits
