/*
 *	delay.c: busy waiting.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/sched.h>
#include <linux/delay.h>
#include <asm/system.h>

/* A guess that serves until calibrate_delay knows better. */
unsigned long loops_per_sec = 1 << 12;

/*
 *	Turn the loop.  The instructions are fixed, so that the measured speed
 *	holds for every caller.
 */
static inline void
__delay(unsigned long loops)
{
	__asm__ __volatile__ ("1:\tdecl %0\n\tjns 1b" : "+r" (loops) : : "cc");
}

/*
 *	Ticks that pass while the loop turns `loops' times, starting on a tick.
 */
static unsigned long
ticks_of(unsigned long loops)
{
	unsigned long tick = jiffies;

	while (jiffies == tick)
		barrier();
	tick = jiffies;
	__delay(loops);
	return jiffies - tick;
}

/*
 *	Does the loop end within a tick?  Whatever else the machine does can only
 *	make a try longer, so one of three that is short enough decides.
 */
static int
fits_in_tick(unsigned long loops)
{
	int tries;

	for (tries = 3; tries > 0; tries--)
		if (ticks_of(loops) == 0)
			return 1;
	return 0;
}

/*
 *	Measure the loop against the clock, which has to run.  First double until
 *	a tick passes, then settle the lower bits one after the other.
 */
void
calibrate_delay(void)
{
	unsigned long loops = 1 << 12, bit;
	int precision = 8;

	while (loops < 1UL << 30 && fits_in_tick(loops))
		loops <<= 1;
	loops >>= 1;
	for (bit = loops >> 1; precision-- > 0 && bit != 0; bit >>= 1) {
		loops |= bit;
		if (!fits_in_tick(loops))
			loops &= ~bit;
	}
	/* Above 2^32 / HZ loops a tick the product would not fit a word. */
	if (loops > 0xffffffffUL / HZ)
		loops = 0xffffffffUL / HZ;
	loops_per_sec = loops * HZ;
	printk(KERN_INFO "calibrate_delay: %lu loops per tick\n", loops);
}

/*
 *	Wait at least so many microseconds.  4295 / 2^32 is a bit more than one
 *	millionth; products are taken in 64 bits.
 */
void
udelay(unsigned long usecs)
{
	unsigned long fraction = usecs * 4295;

	__delay((unsigned long)
		(((unsigned long long) fraction * loops_per_sec) >> 32) + 1);
}
