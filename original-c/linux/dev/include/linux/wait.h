/*
 *	linux/wait.h: wait queues and semaphores.
 *
 *	A driver passes the address of its queue pointer.  The glue uses that
 *	address as a Mach event and leaves the pointer itself alone; Mach keeps
 *	the waiting threads.
 */
#ifndef _LINUX_WAIT_H_
#define _LINUX_WAIT_H_

struct task_struct;

struct wait_queue {
	struct task_struct *task;
	struct wait_queue *next;
};

/*
 *	A counting semaphore.  count may be read by anybody, and is changed with
 *	interrupts off only.
 */
struct semaphore {
	int count;
	struct wait_queue *wait;
};

#define MUTEX		((struct semaphore) { 1, NULL })
#define MUTEX_LOCKED	((struct semaphore) { 0, NULL })

extern void sleep_on(struct wait_queue **q);
extern void wake_up(struct wait_queue **q);

/* Nothing interrupts a thread of the kernel. */
extern void interruptible_sleep_on(struct wait_queue **q);
#define wake_up_interruptible(q)	wake_up(q)

/*
 *	Waiting in steps: from add_wait_queue on wake_up is for this thread;
 *	schedule waits for it, unless it has been; remove_wait_queue ends the
 *	wait if it is not over.  One queue at a time.
 */
extern void add_wait_queue(struct wait_queue **q, struct wait_queue *wait);
extern void remove_wait_queue(struct wait_queue **q, struct wait_queue *wait);
extern void down(struct semaphore *sem);
extern int down_interruptible(struct semaphore *sem);
extern void up(struct semaphore *sem);

#endif /* _LINUX_WAIT_H_ */
