/*
 *	kern/lock.c
 *
 *	Complex locks: many readers or one writer, with upgrade and
 *	downgrade, and recursion for a writer who asks for it.
 *
 *	The fields of a lock are guarded by its interlock; on one processor
 *	threads are not preempted, so that nothing can come between the
 *	statements of these functions unless they block.
 */

#include <mach/boolean.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/lock.h>
#include <kern/sched_prim.h>
#include <kern/thread.h>

/*
 *	lock_init:
 *
 *	A free lock.  Who holds a sleepable one may block, and so may
 *	those who want it.
 */
void
lock_init(l, can_sleep)
	lock_t		l;
	boolean_t	can_sleep;
{
	simple_lock_init(&l->interlock);
	l->want_write = FALSE;
	l->want_upgrade = FALSE;
	l->read_count = 0;
	l->waiting = FALSE;
	l->can_sleep = can_sleep;
	l->thread = (struct thread *) -1;
	l->recursion_depth = 0;
}

/*
 *	lock_sleepable:
 *
 *	Change whether waiters sleep.
 */
void
lock_sleepable(l, can_sleep)
	lock_t		l;
	boolean_t	can_sleep;
{
	simple_lock(&l->interlock);
	l->can_sleep = can_sleep;
	simple_unlock(&l->interlock);
}

/*
 *	lock_wait:
 *
 *	Wait for the lock to change hands.  The interlock is held, and held
 *	again on return.  On one processor spinning would last for ever:
 *	whoever waits for a lock that may not sleep has found a bug.
 */
static void
lock_wait(l)
	lock_t		l;
{
	if (!l->can_sleep)
		panic("lock_wait: lock %08x cannot sleep",
		      (unsigned int) (vm_offset_t) l);

	l->waiting = TRUE;
	thread_sleep((event_t) l, simple_lock_addr(l->interlock), FALSE);
	simple_lock(&l->interlock);
}

/*
 *	lock_wakeup:
 *
 *	Let all who wait have another try.  The interlock is held.
 */
static void
lock_wakeup(l)
	lock_t		l;
{
	if (l->waiting) {
		l->waiting = FALSE;
		thread_wakeup((event_t) l);
	}
}

/*
 *	lock_is_mine:
 *
 *	Does the current thread hold the lock recursively?
 */
#define	lock_is_mine(l)		((l)->thread == current_thread())

/*
 *	lock_write:
 *
 *	Acquire for writing.
 */
void
lock_write(l)
	lock_t		l;
{
	simple_lock(&l->interlock);

	if (lock_is_mine(l)) {
		l->recursion_depth++;
		simple_unlock(&l->interlock);
		return;
	}

	/*
	 *	First become the writer to be, which keeps new readers out;
	 *	then wait for the old ones to leave.
	 */
	while (l->want_write)
		lock_wait(l);
	l->want_write = TRUE;

	while (l->read_count != 0 || l->want_upgrade)
		lock_wait(l);

	simple_unlock(&l->interlock);
}

/*
 *	lock_done:
 *
 *	Release, whichever way the lock is held.
 */
void
lock_done(l)
	lock_t		l;
{
	simple_lock(&l->interlock);

	if (l->read_count != 0)
		l->read_count--;
	else if (l->recursion_depth != 0)
		l->recursion_depth--;
	else if (l->want_upgrade)
		l->want_upgrade = FALSE;
	else {
		assert(l->want_write);
		l->want_write = FALSE;
	}

	/*
	 *	One reader among several changes nothing for a waiter.
	 */
	if (l->read_count == 0)
		lock_wakeup(l);

	simple_unlock(&l->interlock);
}

/*
 *	lock_read:
 *
 *	Acquire for reading.
 */
void
lock_read(l)
	lock_t		l;
{
	simple_lock(&l->interlock);

	if (lock_is_mine(l)) {
		l->read_count++;
		simple_unlock(&l->interlock);
		return;
	}

	while (l->want_write || l->want_upgrade)
		lock_wait(l);
	l->read_count++;

	simple_unlock(&l->interlock);
}

/*
 *	lock_read_to_write:
 *
 *	Improve a read lock to a write lock.  If another reader does so
 *	already the read lock is LOST, and the result is TRUE: what was
 *	read must be read again.
 */
boolean_t
lock_read_to_write(l)
	lock_t		l;
{
	simple_lock(&l->interlock);

	l->read_count--;

	if (lock_is_mine(l)) {
		l->recursion_depth++;
		simple_unlock(&l->interlock);
		return FALSE;
	}

	if (l->want_upgrade) {
		if (l->read_count == 0)
			lock_wakeup(l);
		simple_unlock(&l->interlock);
		return TRUE;
	}

	l->want_upgrade = TRUE;
	while (l->read_count != 0)
		lock_wait(l);

	simple_unlock(&l->interlock);
	return FALSE;
}

/*
 *	lock_write_to_read:
 *
 *	Weaken a write lock to a read lock, without letting a writer in
 *	between.
 */
void
lock_write_to_read(l)
	lock_t		l;
{
	simple_lock(&l->interlock);

	l->read_count++;
	if (l->recursion_depth != 0)
		l->recursion_depth--;
	else if (l->want_upgrade)
		l->want_upgrade = FALSE;
	else
		l->want_write = FALSE;

	lock_wakeup(l);
	simple_unlock(&l->interlock);
}

/*
 *	lock_try_write:
 *
 *	Acquire for writing if that needs no waiting.
 */
boolean_t
lock_try_write(l)
	lock_t		l;
{
	boolean_t	got = FALSE;

	simple_lock(&l->interlock);
	if (lock_is_mine(l)) {
		l->recursion_depth++;
		got = TRUE;
	} else if (!l->want_write && !l->want_upgrade &&
		   l->read_count == 0) {
		l->want_write = TRUE;
		got = TRUE;
	}
	simple_unlock(&l->interlock);

	return got;
}

/*
 *	lock_try_read:
 *
 *	Acquire for reading if that needs no waiting.
 */
boolean_t
lock_try_read(l)
	lock_t		l;
{
	boolean_t	got = FALSE;

	simple_lock(&l->interlock);
	if (lock_is_mine(l) || (!l->want_write && !l->want_upgrade)) {
		l->read_count++;
		got = TRUE;
	}
	simple_unlock(&l->interlock);

	return got;
}

/*
 *	lock_try_read_to_write:
 *
 *	Improve to a write lock; the read lock is kept if that fails.
 */
boolean_t
lock_try_read_to_write(l)
	lock_t		l;
{
	simple_lock(&l->interlock);

	if (lock_is_mine(l)) {
		l->read_count--;
		l->recursion_depth++;
		simple_unlock(&l->interlock);
		return TRUE;
	}

	if (l->want_upgrade) {
		simple_unlock(&l->interlock);
		return FALSE;
	}

	l->want_upgrade = TRUE;
	l->read_count--;
	while (l->read_count != 0)
		lock_wait(l);

	simple_unlock(&l->interlock);
	return TRUE;
}

/*
 *	lock_set_recursive:
 *
 *	The holder of a write lock may take the lock again from now on.
 */
void
lock_set_recursive(l)
	lock_t		l;
{
	simple_lock(&l->interlock);
	if (!l->want_write)
		panic("lock_set_recursive: not held for writing");
	l->thread = current_thread();
	simple_unlock(&l->interlock);
}

/*
 *	lock_clear_recursive:
 *
 *	The end of that.  Only when all recursion has been undone.
 */
void
lock_clear_recursive(l)
	lock_t		l;
{
	simple_lock(&l->interlock);
	if (l->thread != current_thread())
		panic("lock_clear_recursive: held by another thread");
	if (l->recursion_depth == 0)
		l->thread = (struct thread *) -1;
	simple_unlock(&l->interlock);
}
