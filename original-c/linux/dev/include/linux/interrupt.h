/*
 *	linux/interrupt.h: bottom halves, the part of an interrupt's work that
 *	runs with interrupts on, after the handler.
 */
#ifndef _LINUX_INTERRUPT_H_
#define _LINUX_INTERRUPT_H_

#include <linux/tqueue.h>
#include <asm/bitops.h>
#include <asm/irq.h>

/* The bottom halves, most urgent first. */
enum {
	TIMER_BH = 0,
	TQUEUE_BH,
	IMMEDIATE_BH,
	SCSI_BH,
	NET_BH,
	NR_BH = 32
};

extern unsigned long bh_active;		/* bit n: half n is wanted */
extern unsigned long bh_mask;		/* bit n: half n may run */
extern void (*bh_base[NR_BH])(void);

/* Depth of interrupts and bottom halves.  Bottom halves run at depth 0. */
extern unsigned long intr_count;

extern void do_bottom_half(void);

static inline void
init_bh(int nr, void (*routine)(void))
{
	bh_base[nr] = routine;
	set_bit(nr, &bh_mask);
}

static inline void
mark_bh(int nr)
{
	set_bit(nr, &bh_active);
}

static inline void
disable_bh(int nr)
{
	clear_bit(nr, &bh_mask);
}

static inline void
enable_bh(int nr)
{
	set_bit(nr, &bh_mask);
}

/* Between these two no bottom half runs.  They nest. */
static inline void
start_bh_atomic(void)
{
	intr_count++;
	__asm__ __volatile__ ("" : : : "memory");
}

static inline void
end_bh_atomic(void)
{
	__asm__ __volatile__ ("" : : : "memory");
	intr_count--;
}

#define add_interrupt_randomness(irq)	do { } while (0)
#define add_blkdev_randomness(major)	do { } while (0)

#endif /* _LINUX_INTERRUPT_H_ */
