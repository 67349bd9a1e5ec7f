/*
 *	linux/time.h: time of day.
 */
#ifndef _LINUX_TIME_H_
#define _LINUX_TIME_H_

struct timeval {
	long tv_sec;
	long tv_usec;
};

extern void do_gettimeofday(struct timeval *tv);

#endif /* _LINUX_TIME_H_ */
