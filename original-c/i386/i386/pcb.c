/*
 *	i386/pcb.c: kernel stacks and the switch between them.
 */

#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/cpu_number.h>
#include <kern/debug.h>
#include <kern/thread.h>
#include <i386/i386/pcb.h>
#include <i386/i386/proc_reg.h>

/*
 *	stack_attach:
 *
 *	Give a thread a stack on which it will call resume, with the thread
 *	that ran before as argument.  The frame is what switch_stacks pops:
 *	EDI, ESI, EBX, EBP and a return address.
 */
void
stack_attach(thread, stack, resume)
	thread_t	thread;
	vm_offset_t	stack;
	void		(*resume)(thread_t);
{
	struct i386_kernel_state *iks = STACK_IKS(stack);
	unsigned int	*sp = (unsigned int *) iks;

	thread->kernel_stack = stack;
	iks->resume = resume;

	*--sp = (unsigned int) new_stack_entry;
	*--sp = 0;				/* EBP */
	*--sp = (unsigned int) resume;		/* EBX */
	*--sp = 0;				/* ESI */
	*--sp = 0;				/* EDI */
	iks->esp = (vm_offset_t) sp;
}

/*
 *	stack_detach:
 *
 *	Take a thread's stack away; the result is the stack.
 */
vm_offset_t
stack_detach(thread)
	thread_t	thread;
{
	vm_offset_t	stack = thread->kernel_stack;

	thread->kernel_stack = 0;
	return stack;
}

/*
 *	stack_handoff:
 *
 *	Make the current stack another thread's, without leaving it.
 */
void
stack_handoff(old_thread, new_thread)
	thread_t	old_thread, new_thread;
{
	new_thread->kernel_stack = stack_detach(old_thread);
	active_threads[cpu_number()] = new_thread;
}

/*
 *	Switch_context:
 *
 *	Leave one thread, which will go on behind this call or in its
 *	continuation, and enter another.  Returns, when the thread runs
 *	again, the thread that ran before it.  At splsched.
 */
thread_t
Switch_context(old_thread, continuation, new_thread)
	thread_t	old_thread;
	void		(*continuation)(void);
	thread_t	new_thread;
{
	struct i386_kernel_state *old = STACK_IKS(old_thread->kernel_stack);
	struct i386_kernel_state *new = STACK_IKS(new_thread->kernel_stack);

	assert(new_thread->kernel_stack != 0);
	old_thread->swap_func = continuation;
	active_threads[cpu_number()] = new_thread;
	active_stacks[cpu_number()] = new_thread->kernel_stack;

	return switch_stacks(&old->esp, new->esp, old_thread);
}

/*
 *	load_context:
 *
 *	Enter the first thread of all; nobody comes back here.
 */
void
load_context(new_thread)
	thread_t	new_thread;
{
	vm_offset_t	nowhere;

	active_threads[cpu_number()] = new_thread;
	active_stacks[cpu_number()] = new_thread->kernel_stack;
	(void) switch_stacks(&nowhere,
			     STACK_IKS(new_thread->kernel_stack)->esp,
			     (thread_t) 0);
	panic("load_context");
}

/*
 *	call_continuation:
 *
 *	Start over at the top of the current stack; when the function
 *	returns, the thread is at its end.
 */
void
call_continuation(continuation)
	void		(*continuation)(void);
{
	jump_to_stack((vm_offset_t) STACK_IKS(current_stack()), continuation);
	panic("call_continuation");
}

/*
 *	The idle loop's view of the processor.
 */
void
cpu_intr_disable(void)
{
	cli();
}

void
cpu_intr_enable(void)
{
	sti();
}

void
machine_idle(cpu)
	int		cpu;
{
	(void) cpu;
	sti_hlt();
}
