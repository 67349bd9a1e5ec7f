/*
 *	linux/head.h: descriptor tables, which are Mach's.
 */
#ifndef _LINUX_HEAD_H_
#define _LINUX_HEAD_H_


#endif /* _LINUX_HEAD_H_ */
