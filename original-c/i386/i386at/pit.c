/*
 *	i386at/pit.c: the timer chip, the source of clock interrupts (Intel
 *	8254 data sheet).
 */

#include <kern/mach_clock.h>
#include <i386/i386/pic.h>
#include <i386/i386/pio.h>
#include <i386/i386/proc_reg.h>
#include <i386/i386/spl.h>
#include <i386/i386at/machdep.h>

/* linux/dev/kernel/sched.c */
extern void	linux_timer_intr(void);

#define	PITCTR0_PORT	0x40
#define	PITCTL_PORT	0x43
#define	PIT_C0_SQUARE	0x36		/* counter 0, both bytes, mode 3 */
#define	CLKNUM		1193182		/* Hz */

/*
 *	hardclock:
 *
 *	A tick: Mach's clock, then the drivers'.
 */
static int
hardclock(unit)
	int		unit;
{
	(void) unit;
	clock_interrupt(tick, FALSE, FALSE);
	linux_timer_intr();
	return 0;
}

/*
 *	clkstart:
 *
 *	Have the chip interrupt hz times a second.
 */
void
clkstart(void)
{
	unsigned int	latch = (CLKNUM + hz / 2) / hz;
	unsigned int	eflags = get_eflags();

	cli();
	outb(PITCTL_PORT, PIT_C0_SQUARE);
	outb(PITCTR0_PORT, latch & 0xff);
	outb(PITCTR0_PORT, latch >> 8);

	ivect[CLOCK_IRQ] = hardclock;
	iunit[CLOCK_IRQ] = 0;
	intpri[CLOCK_IRQ] = SPLHI;
	form_pic_mask();
	set_eflags(eflags);
}

void
startrtclock(void)
{
	clkstart();
}
