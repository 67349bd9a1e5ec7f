/*
 *	linux/sched.h: time, waiting, and the interrupt lines.
 */
#ifndef _LINUX_SCHED_H_
#define _LINUX_SCHED_H_

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/signal.h>
#include <linux/time.h>
#include <linux/wait.h>
#include <linux/timer.h>

/* Ticks per second; Mach's own clock runs at the same rate. */
#define HZ	100

/* Ticks since the glue was initialised.  The clock interrupt counts it. */
extern volatile unsigned long jiffies;

/* True while the drivers look for their devices, before there are threads:
   nothing may block, sleepers spin. */
extern int linux_auto_config;

#include <asm/ptrace.h>
#include <asm/processor.h>
#include <asm/system.h>

extern int request_irq(unsigned int irq,
		       void (*handler)(int, void *, struct pt_regs *),
		       unsigned long flags, const char *device, void *dev_id);
extern void free_irq(unsigned int irq, void *dev_id);

/* Let others run; see linux/wait.h. */
extern void schedule(void);

/* A signal for this thread: there are none. */
extern int issig(void);

/* All callers are the kernel. */
#define suser()		1
#define securelevel	0

#endif /* _LINUX_SCHED_H_ */
