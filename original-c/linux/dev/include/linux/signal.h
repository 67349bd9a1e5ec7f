/*
 *	linux/signal.h: signals: no thread of the kernel gets any.
 */
#ifndef _LINUX_SIGNAL_H_
#define _LINUX_SIGNAL_H_

#define SIGHUP	1
#define SIGINT	2
#define SIGKILL	9
#define SIGALRM	14

#endif /* _LINUX_SIGNAL_H_ */
