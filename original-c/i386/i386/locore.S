/*
 *	i386/locore.S: entries from exceptions and interrupts, and the few
 *	places where the kernel may fault on purpose.
 */

#include <i386/i386/seg.h>
#include <i386/i386/trap.h>

	.text

/*
 *	Exceptions.  The processor pushes an error code for some of them; the
 *	others push a zero, so that struct i386_saved_state is always whole.
 */
.macro	EXCEPTION n
trap_\n:
.if !(((\n) == 8) || (((\n) >= 10) && ((\n) <= 14)) || ((\n) == 17) || ((\n) == 21))
	pushl	$0
.endif
	pushl	$\n
	jmp	alltraps
.endm

.altmacro
.set	i, 0
.rept	NTRAPS
	EXCEPTION %i
.set	i, i + 1
.endr

alltraps:
	pushal
	cld
	pushl	%esp
	call	kernel_trap
	addl	$4, %esp
	popal
	addl	$8, %esp
	iret

/*
 *	Interrupt lines.  The handler runs on the stack of the thread that was
 *	interrupted.
 */
.macro	LINE n
int_\n:
	pushal
	cld
	pushl	$\n
	call	interrupt
	addl	$4, %esp
	popal
	iret
.endm

.set	i, 0
.rept	16
	LINE %i
.set	i, i + 1
.endr

/*
 *	A vector that nobody should use.
 */
	.globl	stray_entry
stray_entry:
	iret

/*
 *	Addresses of the entries, for idt_init and int_init.
 */
	.section .rodata
	.balign	4
.macro	TRAP_ADDRESS n
	.long	trap_\n
.endm
.macro	LINE_ADDRESS n
	.long	int_\n
.endm

	.globl	trap_entry_table
trap_entry_table:
.set	i, 0
.rept	NTRAPS
	TRAP_ADDRESS %i
.set	i, i + 1
.endr

	.globl	int_entry_table
int_entry_table:
.set	i, 0
.rept	16
	LINE_ADDRESS %i
.set	i, i + 1
.endr

/*
 *	Reads and writes of a word that may not be mapped: 0, or 1 when the
 *	access has faulted.  kernel_trap finds the places in recover_table.
 */
	.text
	.globl	copy_word_in
copy_word_in:
	movl	4(%esp), %eax		/* from */
	movl	8(%esp), %edx		/* to */
fault_in:
	movl	(%eax), %ecx
	movl	%ecx, (%edx)
	xorl	%eax, %eax
	ret

	.globl	copy_word_out
copy_word_out:
	movl	4(%esp), %eax		/* to */
	movl	8(%esp), %ecx		/* value */
fault_out:
	movl	%ecx, (%eax)
	xorl	%eax, %eax
	ret

faulted:
	movl	$1, %eax
	ret

/*
 *	void load_segments(void): make the new descriptor table count.
 */
	.globl	load_segments
load_segments:
	ljmp	$KERNEL_CS, $1f
1:	movl	$KERNEL_DS, %eax
	movw	%ax, %ds
	movw	%ax, %es
	movw	%ax, %fs
	movw	%ax, %gs
	movw	%ax, %ss
	ret

	.globl	take_breakpoint
take_breakpoint:
	int3
	ret

	.section .rodata
	.balign	4
	.globl	recover_table, recover_table_end
recover_table:
	.long	fault_in, faulted
	.long	fault_out, faulted
recover_table_end:

	.section .note.GNU-stack,"",@progbits
