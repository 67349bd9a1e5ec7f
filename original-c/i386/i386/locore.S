/*
 *	i386/locore.S: entries from exceptions and interrupts, and the few
 *	places where the kernel may fault on purpose.
 */

#include <i386/i386/seg.h>
#include <i386/i386/trap.h>

	.text

/*
 *	What a debugger needs to go on in what was interrupted: of words that
 *	the processor has pushed, the last three are flags, segment and
 *	instruction; behind them come the registers of pushal.
 */
	.cfi_sections .debug_frame

.macro	CFI_ENTRY words
	.cfi_startproc simple
	.cfi_signal_frame
	.cfi_def_cfa esp, 4 * (\words)
	.cfi_offset eip, -12
.endm

.macro	PUSH_ALL
	pushal
	.cfi_adjust_cfa_offset 32
.endm

.macro	CFI_REGISTERS words
	.cfi_offset eax, -4 * (\words + 1)
	.cfi_offset ecx, -4 * (\words + 2)
	.cfi_offset edx, -4 * (\words + 3)
	.cfi_offset ebx, -4 * (\words + 4)
	.cfi_offset ebp, -4 * (\words + 6)
	.cfi_offset esi, -4 * (\words + 7)
	.cfi_offset edi, -4 * (\words + 8)
.endm

.macro	POP_ALL
	popal
	.cfi_adjust_cfa_offset -32
	.irp	register, eax, ecx, edx, ebx, ebp, esi, edi
	.cfi_same_value \register
	.endr
.endm

/*
 *	Exceptions.  The processor pushes an error code for some of them; the
 *	others push a zero, so that struct i386_saved_state is always whole.
 */
.macro	EXCEPTION n
trap_\n:
.if !(((\n) == 8) || (((\n) >= 10) && ((\n) <= 14)) || ((\n) == 17) || ((\n) == 21))
	CFI_ENTRY 3
	pushl	$0
	.cfi_adjust_cfa_offset 4
.else
	CFI_ENTRY 4
.endif
	pushl	$\n
	.cfi_adjust_cfa_offset 4
	jmp	alltraps
	.cfi_endproc
.endm

.altmacro
.set	i, 0
.rept	NTRAPS
	EXCEPTION %i
.set	i, i + 1
.endr

alltraps:
	CFI_ENTRY 5
	PUSH_ALL
	CFI_REGISTERS 5
	cld
	pushl	%esp
	.cfi_adjust_cfa_offset 4
	call	kernel_trap
	addl	$4, %esp
	.cfi_adjust_cfa_offset -4
	POP_ALL
	addl	$8, %esp
	.cfi_adjust_cfa_offset -8
	iret
	.cfi_endproc

/*
 *	Interrupt lines.  The handler runs on the stack of the thread that was
 *	interrupted.
 */
.macro	LINE n
int_\n:
	CFI_ENTRY 3
	PUSH_ALL
	CFI_REGISTERS 3
	cld
	pushl	$\n
	.cfi_adjust_cfa_offset 4
	call	interrupt
	addl	$4, %esp
	.cfi_adjust_cfa_offset -4
	POP_ALL
	iret
	.cfi_endproc
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
	CFI_ENTRY 3
	iret
	.cfi_endproc

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
	.cfi_startproc
	movl	4(%esp), %eax		/* from */
	movl	8(%esp), %edx		/* to */
fault_in:
	movl	(%eax), %ecx
	movl	%ecx, (%edx)
	xorl	%eax, %eax
	ret
	.cfi_endproc

	.globl	copy_word_out
copy_word_out:
	.cfi_startproc
	movl	4(%esp), %eax		/* to */
	movl	8(%esp), %ecx		/* value */
fault_out:
	movl	%ecx, (%eax)
	xorl	%eax, %eax
	ret
	.cfi_endproc

faulted:
	.cfi_startproc
	movl	$1, %eax
	ret
	.cfi_endproc

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
	.cfi_startproc
	int3
	ret
	.cfi_endproc

	.section .rodata
	.balign	4
	.globl	recover_table, recover_table_end
recover_table:
	.long	fault_in, faulted
	.long	fault_out, faulted
recover_table_end:

	.section .note.GNU-stack,"",@progbits
