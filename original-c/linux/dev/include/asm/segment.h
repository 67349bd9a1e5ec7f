/*
 *	asm/segment.h: copies between a driver and its caller's memory.
 *
 *	The callers are kernel threads and the kernel is flat, so these are
 *	plain copies.  The names stay, because drivers use them.
 */
#ifndef _ASM_SEGMENT_H_
#define _ASM_SEGMENT_H_

#include <linux/string.h>

#define memcpy_tofs(to, from, n)	memcpy((to), (from), (n))
#define memcpy_fromfs(to, from, n)	memcpy((to), (from), (n))

#endif /* _ASM_SEGMENT_H_ */
