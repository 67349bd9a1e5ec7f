/*
 *	i386/cswitch.S: from one kernel stack to another.
 */

	.text
	.cfi_sections .debug_frame

/*
 *	thread_t switch_stacks(vm_offset_t *save, vm_offset_t esp,
 *			       thread_t old_thread)
 *
 *	Push what C calls preserve, note the stack pointer in *save, go to
 *	the other stack and pop what lies there.  The result is old_thread
 *	of the call that came here, seen from the thread that goes on.
 */
	.globl	switch_stacks
switch_stacks:
	.cfi_startproc
	movl	4(%esp), %ecx		/* save */
	movl	8(%esp), %edx		/* esp */
	movl	12(%esp), %eax		/* old_thread */
	pushl	%ebp
	.cfi_adjust_cfa_offset 4
	.cfi_offset ebp, -8
	pushl	%ebx
	.cfi_adjust_cfa_offset 4
	.cfi_offset ebx, -12
	pushl	%esi
	.cfi_adjust_cfa_offset 4
	.cfi_offset esi, -16
	pushl	%edi
	.cfi_adjust_cfa_offset 4
	.cfi_offset edi, -20
	movl	%esp, (%ecx)
	movl	%edx, %esp
	popl	%edi
	.cfi_adjust_cfa_offset -4
	.cfi_restore edi
	popl	%esi
	.cfi_adjust_cfa_offset -4
	.cfi_restore esi
	popl	%ebx
	.cfi_adjust_cfa_offset -4
	.cfi_restore ebx
	popl	%ebp
	.cfi_adjust_cfa_offset -4
	.cfi_restore ebp
	ret
	.cfi_endproc

/*
 *	The first return address on a fresh stack.  EBX holds the function
 *	to call, EAX the thread that ran before: its argument.
 */
	.globl	new_stack_entry
new_stack_entry:
	.cfi_startproc
	.cfi_undefined eip		/* the outermost frame */
	xorl	%ebp, %ebp
	pushl	%eax
	call	*%ebx
	ud2
	.cfi_endproc

/*
 *	void jump_to_stack(vm_offset_t esp, void (*function)(void))
 *
 *	Forget the current stack and call a function on another.  A thread
 *	whose function returns has come to its end.
 */
	.globl	jump_to_stack
jump_to_stack:
	.cfi_startproc
	movl	8(%esp), %eax
	movl	4(%esp), %esp
	.cfi_undefined eip		/* the outermost frame */
	xorl	%ebp, %ebp
	call	*%eax
	call	thread_halt_self
	ud2
	.cfi_endproc

	.section .note.GNU-stack,"",@progbits
