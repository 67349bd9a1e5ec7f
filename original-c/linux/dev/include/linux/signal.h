/*
 *	linux/signal.h: signals: no thread of the kernel gets any.
 */
#ifndef _LINUX_SIGNAL_H_
#define _LINUX_SIGNAL_H_

#define SIGHUP	1
#define SIGINT	2
#define SIGKILL	9
#define SIGALRM	14

/* Flags of request_irq. */
#define SA_INTERRUPT	0x20000000	/* run the handler with interrupts off */
#define SA_SHIRQ	0x04000000	/* the line may be shared */
#define SA_SAMPLE_RANDOM 0		/* nobody collects chance */

#endif /* _LINUX_SIGNAL_H_ */
