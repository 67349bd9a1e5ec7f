/*
 *	linux/tqueue.h: task queues, lists of functions to be called later,
 *	from a bottom half.
 */
#ifndef _LINUX_TQUEUE_H_
#define _LINUX_TQUEUE_H_

struct tq_struct {
	struct tq_struct *next;		/* more recently queued */
	unsigned long sync;		/* bit 0: it is on a queue */
	void (*routine)(void *);
	void *data;
};

typedef struct tq_struct *task_queue;

#define DECLARE_TASK_QUEUE(q)	task_queue q = NULL

extern task_queue tq_timer;	/* run at the next clock tick */
extern task_queue tq_immediate;	/* run as soon as the interrupt is over */

extern task_queue tq_scheduler;	/* run at the next clock tick, too */

extern void queue_task(struct tq_struct *task, task_queue *list);

/* From an interrupt handler, and with interrupts off: no different here. */
#define queue_task_irq		queue_task
#define queue_task_irq_off	queue_task
extern void run_task_queue(task_queue *list);

#endif /* _LINUX_TQUEUE_H_ */
