/*
 *	linux/slab.h: memory in pieces; see linux/malloc.h.
 */
#ifndef _LINUX_SLAB_H_
#define _LINUX_SLAB_H_

#include <linux/malloc.h>

#endif /* _LINUX_SLAB_H_ */
