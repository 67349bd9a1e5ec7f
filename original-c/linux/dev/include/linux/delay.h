/*
 *	linux/delay.h: busy waiting by a counted loop.
 */
#ifndef _LINUX_DELAY_H_
#define _LINUX_DELAY_H_

/* Turns of the delay loop in one second; measured by calibrate_delay. */
extern unsigned long loops_per_sec;

extern void calibrate_delay(void);
extern void udelay(unsigned long usecs);

#endif /* _LINUX_DELAY_H_ */
