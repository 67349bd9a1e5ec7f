/*
 *	linux/spinlock.h: see asm/spinlock.h.
 */
#ifndef _LINUX_SPINLOCK_H_
#define _LINUX_SPINLOCK_H_

#include <asm/system.h>
#include <asm/spinlock.h>

#endif /* _LINUX_SPINLOCK_H_ */
