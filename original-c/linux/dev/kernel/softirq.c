/*
 *	softirq.c: bottom halves and task queues.
 *
 *	An interrupt handler marks a bottom half and returns.  The outermost
 *	interrupt runs what is marked, with interrupts on, before it goes back to
 *	what it interrupted.  A bottom half is never entered twice at once.
 */
#include <linux/types.h>
#include <linux/sched.h>
#include <linux/interrupt.h>
#include <asm/system.h>

unsigned long intr_count;
unsigned long bh_active;
unsigned long bh_mask;
void (*bh_base[NR_BH])(void);

DECLARE_TASK_QUEUE(tq_timer);
DECLARE_TASK_QUEUE(tq_immediate);
DECLARE_TASK_QUEUE(tq_scheduler);

/*
 *	Put a task on a queue, unless it is on one.  Any context.
 */
void
queue_task(struct tq_struct *task, task_queue *list)
{
	unsigned long flags;

	if (set_bit(0, &task->sync))
		return;
	save_flags(flags);
	cli();
	task->next = *list;
	*list = task;
	restore_flags(flags);
}

/*
 *	Call every task of a queue, the one queued first at first.  A task may
 *	queue itself again: it then runs the next time.
 */
void
run_task_queue(task_queue *list)
{
	struct tq_struct *taken, *ordered = NULL, *next;

	taken = (struct tq_struct *) xchg_u32((unsigned long *) list, 0);
	for (; taken != NULL; taken = next) {
		next = taken->next;
		taken->next = ordered;
		ordered = taken;
	}
	for (; ordered != NULL; ordered = next) {
		void (*routine)(void *) = ordered->routine;
		void *data = ordered->data;

		/* From the moment sync is clear it may be on a queue again. */
		next = ordered->next;
		ordered->next = NULL;
		clear_bit(0, &ordered->sync);
		if (routine != NULL)
			routine(data);
	}
}

/*
 *	Run the bottom halves that are marked and allowed.  Called at the end of
 *	an interrupt, interrupts on or off; leaves them as they were.
 */
void
do_bottom_half(void)
{
	unsigned long flags, ready;
	int nr;

	save_flags(flags);
	cli();
	while (intr_count == 0 && (ready = bh_active & bh_mask) != 0) {
		intr_count++;
		bh_active &= ~ready;
		sti();
		for (nr = 0; ready != 0; nr++, ready >>= 1)
			if ((ready & 1) && bh_base[nr] != NULL)
				bh_base[nr]();
		cli();
		intr_count--;
	}
	restore_flags(flags);
}
