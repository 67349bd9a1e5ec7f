/*
 *	linux/unistd.h: system calls, which no driver here makes.
 */
#ifndef _LINUX_UNISTD_H_
#define _LINUX_UNISTD_H_


#endif /* _LINUX_UNISTD_H_ */
