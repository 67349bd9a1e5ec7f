/*
 *	linux/version.h: the version of Linux whose driver interface this is.
 */
#ifndef _LINUX_VERSION_H_
#define _LINUX_VERSION_H_

#define UTS_RELEASE		"2.0.36"
#define LINUX_VERSION_CODE	0x020024
#define KERNEL_VERSION(a, b, c)	(((a) << 16) + ((b) << 8) + (c))

#endif /* _LINUX_VERSION_H_ */
