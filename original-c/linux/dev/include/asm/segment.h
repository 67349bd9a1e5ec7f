/*
 *	asm/segment.h: copies between a driver and its caller's memory.
 *
 *	The callers are kernel threads and the kernel is flat, so these are
 *	plain copies.  The names stay, because drivers use them.
 */
#ifndef _ASM_SEGMENT_H_
#define _ASM_SEGMENT_H_

#include <linux/string.h>

#define get_fs_byte(p)		(*(const unsigned char *) (p))
#define get_fs_word(p)		(*(const unsigned short *) (p))
#define get_fs_long(p)		(*(const unsigned long *) (p))
#define put_fs_byte(v, p)	((void) (*(unsigned char *) (p) = (v)))
#define put_fs_word(v, p)	((void) (*(unsigned short *) (p) = (v)))
#define put_fs_long(v, p)	((void) (*(unsigned long *) (p) = (v)))
#define get_user(p)		(*(p))
#define put_user(v, p)		((void) (*(p) = (v)))

#define memcpy_tofs(to, from, n)	memcpy((to), (from), (n))
#define memcpy_fromfs(to, from, n)	memcpy((to), (from), (n))

#endif /* _ASM_SEGMENT_H_ */
