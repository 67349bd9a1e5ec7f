/*
 *	irq.c: the drivers' interrupt handlers on Mach's interrupt lines.
 *
 *	Mach has one handler per line (ivect), its argument (iunit) and the
 *	priority level at which it runs (intpri).  Here linux_intr is put on every
 *	line that a Linux driver asks for; it calls the driver's handler, or the
 *	handlers of all drivers that share the line, and then the bottom halves.
 */
#define MACH_INCLUDE
#include <kern/debug.h>
#include <i386/i386/pic.h>
#include <i386/i386/spl.h>

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/interrupt.h>
#include <linux/malloc.h>
#include <linux/glue.h>
#include <asm/io.h>
#include <asm/irq.h>
#include <asm/system.h>

/* The priority level of all drivers' interrupts: that of block devices, the
   highest that leaves the clock running. */
#define LINUX_SPL	SPLBIO
#define SPL_CLOCK	SPLHI

struct irqaction {
	void (*handler)(int, void *, struct pt_regs *);
	unsigned long flags;
	const char *name;
	void *dev_id;
	struct irqaction *next;
};

static struct irqaction *irq_action[NR_IRQS];

/* What was on a line before the first driver got it. */
static struct {
	int (*handler)();
	int unit;
	unsigned char pri;
} saved[NR_IRQS];

/*
 *	An interrupt of a driver's line.
 */
static int
linux_intr(int irq)
{
	struct irqaction *action, *next;
	unsigned long flags;

	intr_count++;
	save_flags(flags);
	for (action = irq_action[irq]; action != NULL; action = next) {
		/* A handler may take itself off the line. */
		next = action->next;
		if (action->flags & SA_INTERRUPT)
			cli();
		action->handler(irq, action->dev_id, NULL);
	}
	restore_flags(flags);
	intr_count--;
	if (intr_count == 0)
		do_bottom_half();
	return 0;
}

/*
 *	Put a handler on a Mach line.  Interrupts are off.
 */
static void
set_line(unsigned int irq, int (*handler)(), int unit, unsigned char pri)
{
	ivect[irq] = handler;
	iunit[irq] = unit;
	intpri[irq] = pri;
	form_pic_mask();
}

/*
 *	Let a driver have a line.  Returns 0 or a negative error.
 */
int
request_irq(unsigned int irq, void (*handler)(int, void *, struct pt_regs *),
	    unsigned long flags, const char *device, void *dev_id)
{
	struct irqaction *action, **p;
	unsigned long eflags;

	if (irq >= NR_IRQS || handler == NULL)
		return -EINVAL;
	p = &irq_action[irq];
	if (*p == NULL) {
		/* Mach's own lines are not to be had. */
		if (ivect[irq] != intnull)
			return -EBUSY;
	} else if (!((*p)->flags & flags & SA_SHIRQ)
		   || (((*p)->flags ^ flags) & SA_INTERRUPT))
		return -EBUSY;

	action = (struct irqaction *) linux_kmalloc(sizeof *action, GFP_ATOMIC);
	if (action == NULL)
		return -ENOMEM;
	action->handler = handler;
	action->flags = flags;
	action->name = device;
	action->dev_id = dev_id;
	action->next = NULL;

	save_flags(eflags);
	cli();
	if (*p == NULL) {
		saved[irq].handler = ivect[irq];
		saved[irq].unit = iunit[irq];
		saved[irq].pri = intpri[irq];
		set_line(irq, linux_intr, irq, LINUX_SPL);
	}
	while (*p != NULL)
		p = &(*p)->next;
	*p = action;
	restore_flags(eflags);
	return 0;
}

/*
 *	A driver does not want its line any more.
 */
void
free_irq(unsigned int irq, void *dev_id)
{
	struct irqaction *action, **p;
	unsigned long flags;

	if (irq >= NR_IRQS)
		panic("free_irq: no line %u", irq);
	save_flags(flags);
	cli();
	for (p = &irq_action[irq]; (action = *p) != NULL; p = &action->next)
		if (action->dev_id == dev_id)
			break;
	if (action == NULL) {
		restore_flags(flags);
		printk(KERN_WARNING "free_irq: line %u is free already\n", irq);
		return;
	}
	*p = action->next;
	if (irq_action[irq] == NULL)
		set_line(irq, saved[irq].handler, saved[irq].unit,
			 saved[irq].pri);
	restore_flags(flags);
	linux_kfree(action);
}

/* Levels of lines that disable_irq has masked; 0: it has not. */
static unsigned char disabled_pri[NR_IRQS];

/*
 *	Mask a driver's line.  A line of level 0 is masked at all levels.
 */
void
disable_irq(unsigned int irq)
{
	unsigned long flags;

	save_flags(flags);
	cli();
	if (disabled_pri[irq] == 0) {
		disabled_pri[irq] = intpri[irq];
		set_line(irq, ivect[irq], iunit[irq], 0);
	}
	restore_flags(flags);
}

/*
 *	Let a line that disable_irq has masked through again.
 */
void
enable_irq(unsigned int irq)
{
	unsigned long flags;

	save_flags(flags);
	cli();
	if (disabled_pri[irq] != 0) {
		set_line(irq, ivect[irq], iunit[irq], disabled_pri[irq]);
		disabled_pri[irq] = 0;
	}
	restore_flags(flags);
}

/* ---- Which line interrupts? ---- */

/* Ticks in which lines that interrupt by themselves show it. */
#define PROBE_WAIT	2

static volatile unsigned long probe_seen;	/* lines that have */

static int
probe_intr(int irq)
{
	probe_seen |= 1UL << irq;
	return 0;
}

static void
wait_ticks(unsigned long ticks)
{
	unsigned long end = jiffies + ticks;

	while ((long) (jiffies - end) < 0)
		barrier();
}

/*
 *	Let all lines through that nobody has.  Those that interrupt by
 *	themselves are of no use.
 */
unsigned long
probe_irq_on(void)
{
	unsigned long flags, lines = 0;
	unsigned int irq;

	save_flags(flags);
	cli();
	probe_seen = 0;
	for (irq = 1; irq < NR_IRQS; irq++)
		if (ivect[irq] == intnull && irq_action[irq] == NULL) {
			set_line(irq, probe_intr, irq, LINUX_SPL);
			lines |= 1UL << irq;
		}
	restore_flags(flags);
	wait_ticks(PROBE_WAIT);
	lines &= ~probe_seen;
	probe_seen = 0;
	return lines;
}

/*
 *	Take them back.  Returns the one line that has interrupted, 0 if none
 *	has, and its negative if there are more.
 */
int
probe_irq_off(unsigned long lines)
{
	unsigned long flags, seen;
	int irq, found = 0;

	save_flags(flags);
	cli();
	seen = probe_seen & lines;
	for (irq = NR_IRQS - 1; irq > 0; irq--) {
		if (ivect[irq] == probe_intr)
			set_line(irq, intnull, irq, 0);
		if (seen & (1UL << irq))
			found = found == 0 ? irq : -irq;
	}
	restore_flags(flags);
	return found;
}

/* The timer chip: channel 0 in mode 3, both bytes of its divisor. */
#define PIT_CHANNEL_0	0x40
#define PIT_CONTROL	0x43
#define PIT_MODE	0x36
#define PIT_CLOCK	1193182		/* Hz */

/*
 *	The clock's handler while the drivers are being initialised.  Mach's own
 *	would look at the current thread, and there is none.
 */
static int
boot_clock(int unit)
{
	linux_timer_intr();
	return 0;
}

static struct {
	int (*handler)();
	int unit;
	unsigned char pri;
} mach_clock;

/*
 *	Start the clock for the drivers' initialisation, interrupts on.
 */
void
init_IRQ(void)
{
	int latch = (PIT_CLOCK + HZ / 2) / HZ;

	(void) splhigh();
	outb_p(PIT_MODE, PIT_CONTROL);
	outb_p(latch & 0xff, PIT_CHANNEL_0);
	outb_p(latch >> 8, PIT_CHANNEL_0);

	mach_clock.handler = ivect[TIMER_IRQ];
	mach_clock.unit = iunit[TIMER_IRQ];
	mach_clock.pri = intpri[TIMER_IRQ];
	set_line(TIMER_IRQ, boot_clock, 0, SPL_CLOCK);
	(void) spl0();
}

/*
 *	Give the clock back to Mach, which will start it when it has threads.
 *	Leaves all interrupts masked, as they were before init_IRQ.
 */
void
restore_IRQ(void)
{
	(void) splhigh();
	set_line(TIMER_IRQ, mach_clock.handler, mach_clock.unit,
		 mach_clock.pri);
	(void) splhigh();
}
