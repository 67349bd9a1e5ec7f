/*
 *	i386/pcb.h: kernel stacks and the switch between them.
 */
#ifndef	_I386_PCB_H_
#define	_I386_PCB_H_

#include <mach/boolean.h>
#include <mach/machine/vm_types.h>
#include <kern/kern_types.h>

/*
 *	At the top of every kernel stack: where its thread left off.
 */
struct i386_kernel_state {
	vm_offset_t	esp;		/* everything else is pushed there */
	void		(*resume)(thread_t old);
	unsigned int	unused[2];	/* keeps the stack aligned to 16 */
};

#define	STACK_IKS(stack)	\
	((struct i386_kernel_state *) ((stack) + KERNEL_STACK_SIZE) - 1)

extern thread_t		Switch_context(thread_t old_thread,
				       void (*continuation)(void),
				       thread_t new_thread);
extern void		load_context(thread_t new_thread)
				__attribute__((noreturn));
extern void		call_continuation(void (*continuation)(void))
				__attribute__((noreturn));
extern void		stack_attach(thread_t thread, vm_offset_t stack,
				     void (*resume)(thread_t));
extern vm_offset_t	stack_detach(thread_t thread);
extern void		stack_handoff(thread_t old_thread,
				      thread_t new_thread);

extern void		cpu_intr_disable(void);
extern void		cpu_intr_enable(void);
extern void		machine_idle(int cpu);

/* cswitch.S */
extern thread_t		switch_stacks(vm_offset_t *save, vm_offset_t esp,
				      thread_t old_thread);
extern void		jump_to_stack(vm_offset_t esp,
				      void (*function)(void));
extern void		new_stack_entry(void);

#endif	/* _I386_PCB_H_ */
