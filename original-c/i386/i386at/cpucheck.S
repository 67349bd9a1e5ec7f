/*
 *	i386at/cpucheck.S: can this processor run the kernel?
 *
 *	The compilers use the instructions of a Pentium Pro.  On an older
 *	processor the first of them would be an exception that nobody handles
 *	yet, and the machine would start again without a word.  So this comes
 *	first, and uses no instruction that an 80386 has not, until CPUID is
 *	known to be there (Intel SDM volume 2A, "CPUID": EFLAGS.ID can be
 *	changed).  It has its own way to the serial line and the screen, since
 *	the console is compiled code.
 */

#define	EFLAGS_ID	0x200000

/* CPUID leaf 1, EDX: all that the compilers use; the long NOP and UD2, which
   have no flag, came with it. */
#define	FEATURE_CMOV	0x8000

/* As in cons.c and model_dep.c. */
#define	COM1		0x3f8
#define	VGA_SCREEN	0xb8000
#define	VGA_CELLS	(80 * 25)
#define	VGA_BLANK	0x0720
#define	EXIT_PORT	0xf4
#define	EXIT_PANIC	0x12

	.text
	.globl	check_processor
check_processor:
	pushl	%ebx
	pushfl
	popl	%eax
	movl	%eax, %ecx
	xorl	$EFLAGS_ID, %eax
	pushl	%eax
	popfl
	pushfl
	popl	%eax
	pushl	%ecx
	popfl
	xorl	%ecx, %eax
	testl	$EFLAGS_ID, %eax
	jz	no_cpuid

	xorl	%eax, %eax
	cpuid
	testl	%eax, %eax		/* the highest leaf */
	jz	no_cpuid
	movl	$1, %eax
	cpuid
	testl	$FEATURE_CMOV, %edx
	jz	no_cmov
	popl	%ebx
	ret

no_cpuid:
	call	begin_text
	movl	$text_cpuid, %esi
	call	put_text
	jmp	1f
no_cmov:
	call	begin_text
1:	movl	$text_cmov, %esi
	call	put_text
	movb	$EXIT_PANIC, %al	/* tell the emulator */
	outb	%al, $EXIT_PORT
2:	cli
	hlt
	jmp	2b

/*
 *	Prepare both ways out, and begin the message.  %edi is the place on the
 *	screen from here on.
 */
begin_text:
	movl	$com1_setup, %esi
1:	xorl	%edx, %edx
	lodsb
	testb	%al, %al
	jz	2f
	movb	%al, %dl
	addl	$(COM1 - 1), %edx	/* numbers begin at 1 */
	lodsb
	outb	%al, %dx
	jmp	1b
2:	movl	$VGA_SCREEN, %edi
	movl	$VGA_CELLS, %ecx
	movl	$VGA_BLANK, %eax
	rep stosw
	movl	$VGA_SCREEN, %edi
	movl	$text_begin, %esi
	/* and now the text */

/*
 *	The text at %esi, to its zero.
 */
put_text:
1:	lodsb
	testb	%al, %al
	jz	4f
	movb	%al, %bl
	movl	$(COM1 + 5), %edx	/* wait for room, not for ever */
	movl	$100000, %ecx
2:	inb	%dx, %al
	testb	$0x20, %al
	jnz	3f
	decl	%ecx
	jnz	2b
3:	movb	%bl, %al
	movl	$COM1, %edx
	outb	%al, %dx
	cmpb	$' ', %al
	jb	1b			/* the line's end is for the serial line */
	movb	$(VGA_BLANK >> 8), %ah
	stosw
	jmp	1b
4:	ret

	.section .rodata
/* Register and value: interrupts off, 115200 baud, 8 bits, queues, lines. */
com1_setup:
	.byte	2, 0, 4, 0x80, 1, 1, 2, 0, 4, 0x03, 3, 0x07, 5, 0x03, 0
text_begin:
	.asciz	"Mach: this processor cannot run the kernel, it lacks"
text_cpuid:
	.asciz	" CPUID and"
text_cmov:
	.asciz	" CMOV (a Pentium Pro or any later processor has it)\r\n"

	.section .note.GNU-stack,"",@progbits
