/*
 *	linux/mc146818rtc.h: the clock with a battery, and its memory.
 */
#ifndef _LINUX_MC146818RTC_H_
#define _LINUX_MC146818RTC_H_

#include <asm/io.h>

#define RTC_PORT(x)	(0x70 + (x))

static inline unsigned char
CMOS_READ(unsigned char address)
{
	outb_p(address, RTC_PORT(0));
	return inb_p(RTC_PORT(1));
}

static inline void
CMOS_WRITE(unsigned char value, unsigned char address)
{
	outb_p(address, RTC_PORT(0));
	outb_p(value, RTC_PORT(1));
}

#endif /* _LINUX_MC146818RTC_H_ */
