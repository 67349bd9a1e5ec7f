/*
 *	linux/kdev_t.h: numbers of devices; see linux/types.h.
 */
#ifndef _LINUX_KDEV_T_H_
#define _LINUX_KDEV_T_H_

#include <linux/types.h>

#endif /* _LINUX_KDEV_T_H_ */
