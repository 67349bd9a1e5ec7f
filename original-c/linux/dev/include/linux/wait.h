/*
 *	linux/wait.h: wait queues and semaphores.
 *
 *	A driver passes the address of its queue pointer.  The glue uses that
 *	address as a Mach event and leaves the pointer itself alone; Mach keeps
 *	the waiting threads.
 */
#ifndef _LINUX_WAIT_H_
#define _LINUX_WAIT_H_

struct wait_queue {
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
extern void down(struct semaphore *sem);
extern void up(struct semaphore *sem);

#endif /* _LINUX_WAIT_H_ */
