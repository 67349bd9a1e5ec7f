/*
 *	kern/task.c
 *
 *	Tasks: creation and reference counts.
 */

#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/sched.h>
#include <kern/task.h>
#include <kern/zalloc.h>
#include <vm/vm_kern.h>
#include <vm/vm_map.h>

#define	TASK_MAX	1024		/* of what the zone makes room for */

task_t		kernel_task;

static zone_t	task_zone;

/*
 *	task_init:
 *
 *	The zone, and the kernel's task.
 */
void
task_init(void)
{
	task_zone = zinit(sizeof(struct task),
			  TASK_MAX * sizeof(struct task),
			  PAGE_SIZE, 0, "tasks");

	if (task_create((task_t) 0, &kernel_task) != KERN_SUCCESS)
		panic("task_init");
	vm_map_reference(kernel_map);
	kernel_task->map = kernel_map;
	kernel_task->priority = BASEPRI_SYSTEM;
}

/*
 *	task_create:
 *
 *	Create a task that shares the address map of its parent.
 */
kern_return_t
task_create(parent_task, child_task)
	task_t		parent_task;
	task_t		*child_task;	/* OUT */
{
	task_t		new_task;

	new_task = (task_t) zalloc(task_zone);
	if (new_task == (task_t) 0)
		return KERN_RESOURCE_SHORTAGE;

	task_lock_init(new_task);
	new_task->ref_count = 1;
	new_task->active = TRUE;
	new_task->map = VM_MAP_NULL;
	new_task->thread_count = 0;
	queue_init(&new_task->thread_list);
	new_task->priority = BASEPRI_USER;

	if (parent_task != (task_t) 0) {
		vm_map_reference(parent_task->map);
		new_task->map = parent_task->map;
		new_task->priority = parent_task->priority;
	}

	*child_task = new_task;
	return KERN_SUCCESS;
}

/*
 *	task_reference, task_deallocate:
 *
 *	Count references; with the last the task goes.
 */
void
task_reference(task)
	task_t		task;
{
	task_lock(task);
	task->ref_count++;
	task_unlock(task);
}

void
task_deallocate(task)
	task_t		task;
{
	int		count;

	task_lock(task);
	count = --task->ref_count;
	task_unlock(task);
	if (count > 0)
		return;

	assert(task != kernel_task);
	assert(task->thread_count == 0);
	vm_map_deallocate(task->map);
	zfree(task_zone, (vm_offset_t) task);
}
