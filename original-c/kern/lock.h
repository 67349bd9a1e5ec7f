/*
 *	kern/lock.h: simple locks, and complex locks for which threads wait.
 *
 *	On one processor simple locks are nothing: kernel threads are not
 *	preempted, and what interrupts touch is protected by spl.  The calls
 *	stay, to say who owns what.
 */
#ifndef	_KERN_LOCK_H_
#define	_KERN_LOCK_H_

#include <mach/boolean.h>

struct slock;
typedef struct slock	*simple_lock_t;

#define	decl_simple_lock_data(class, name)
#define	simple_lock_addr(lock)		((simple_lock_t) 0)
#define	simple_lock_init(l)
#define	simple_lock(l)
#define	simple_unlock(l)
#define	simple_lock_try(l)		(TRUE)
#define	simple_lock_taken(l)		(TRUE)

struct thread;

/*
 *	The holder for writing is recorded when it may lock again.
 */
struct lock {
	struct thread	*thread;	/* of a recursive lock, else -1 */
	unsigned int	read_count:16,	/* readers inside */
	/* boolean_t */	want_upgrade:1,	/* a reader waits to be the writer */
			want_write:1,	/* a writer waits, or is inside */
			waiting:1,	/* a wakeup is due at release */
			can_sleep:1,	/* or spins, if not */
			recursion_depth:12;
	decl_simple_lock_data(,	interlock)
};

typedef struct lock	lock_data_t;
typedef struct lock	*lock_t;

extern void		lock_init(lock_t l, boolean_t can_sleep);
extern void		lock_sleepable(lock_t l, boolean_t can_sleep);
extern void		lock_write(lock_t l);
extern void		lock_read(lock_t l);
extern void		lock_done(lock_t l);
extern boolean_t	lock_read_to_write(lock_t l);
extern void		lock_write_to_read(lock_t l);
extern boolean_t	lock_try_write(lock_t l);
extern boolean_t	lock_try_read(lock_t l);
extern boolean_t	lock_try_read_to_write(lock_t l);
extern void		lock_set_recursive(lock_t l);
extern void		lock_clear_recursive(lock_t l);

#define	lock_read_done(l)	lock_done(l)
#define	lock_write_done(l)	lock_done(l)

#endif	/* _KERN_LOCK_H_ */
