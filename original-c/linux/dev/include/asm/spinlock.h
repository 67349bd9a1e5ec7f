/*
 *	asm/spinlock.h: locks between processors, of which there is one.
 */
#ifndef _ASM_SPINLOCK_H_
#define _ASM_SPINLOCK_H_

typedef struct { int unused; } spinlock_t;

#define SPIN_LOCK_UNLOCKED		((spinlock_t) { 0 })
#define spin_lock_init(lock)		do { } while (0)
#define spin_lock(lock)			do { } while (0)
#define spin_unlock(lock)		do { } while (0)
#define spin_lock_irqsave(lock, flags)	\
	do { save_flags(flags); cli(); } while (0)
#define spin_unlock_irqrestore(lock, flags)	restore_flags(flags)

#endif /* _ASM_SPINLOCK_H_ */
