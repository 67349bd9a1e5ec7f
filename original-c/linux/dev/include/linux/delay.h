/*
 *	linux/delay.h: busy waiting by a counted loop.
 */
#ifndef _LINUX_DELAY_H_
#define _LINUX_DELAY_H_

/* Turns of the delay loop in one second; measured by calibrate_delay. */
extern unsigned long loops_per_sec;

extern void calibrate_delay(void);
extern void udelay(unsigned long usecs);

/* Milliseconds, one at a time: udelay is for short times. */
#define mdelay(n) \
	do { unsigned long __ms = (n); while (__ms-- > 0) udelay(1000); } while (0)

#endif /* _LINUX_DELAY_H_ */
