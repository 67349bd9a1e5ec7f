/*
 *	kern/task.h
 *
 *	The task: an address map and the threads that run in it.  The only
 *	task here is the kernel's own.
 */

#ifndef	_KERN_TASK_H_
#define	_KERN_TASK_H_

#include <kern/kern_types.h>
#include <kern/queue.h>
#include <kern/lock.h>
#include <mach/kern_return.h>

struct vm_map;

struct task {
	decl_simple_lock_data(,	lock)
	int		ref_count;
	boolean_t	active;		/* may get new threads */
	struct vm_map	*map;		/* what its addresses mean */
	int		thread_count;
	queue_head_t	thread_list;	/* threads, through thread_list */
	int		priority;	/* priority of new threads */
};

extern task_t	kernel_task;

extern void		task_init(void);
extern kern_return_t	task_create(task_t parent_task, task_t *child_task);
extern void		task_reference(task_t task);
extern void		task_deallocate(task_t task);

#define	task_lock_init(task)	simple_lock_init(&(task)->lock)
#define	task_lock(task)		simple_lock(&(task)->lock)
#define	task_unlock(task)	simple_unlock(&(task)->lock)

#endif	/* _KERN_TASK_H_ */
