/* From the multiboot loader to C; boot.h comes by -imacros. */
	.section .head, "ax"
	.balign	4
	.long	BOOT_MAGIC, BOOT_FLAGS, -(BOOT_MAGIC + BOOT_FLAGS)

	.globl	start
start:
	movl	$stack_end, %esp
	cld
	call	kmain
1:	cli
	hlt
	jmp	1b

	.section .rodata
	.globl	motd, motd_end
motd:
	.incbin	"boot/motd.txt"
motd_end:

	.bss
	.balign	16
	.skip	STACK_SIZE
stack_end:

	.section .note.GNU-stack, "", @progbits
