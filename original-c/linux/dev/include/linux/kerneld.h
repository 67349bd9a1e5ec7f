/*
 *	linux/kerneld.h: loading drivers when they are asked for: all are there.
 */
#ifndef _LINUX_KERNELD_H_
#define _LINUX_KERNELD_H_

static inline int
request_module(const char *name)
{
	return 0;
}

#endif /* _LINUX_KERNELD_H_ */
