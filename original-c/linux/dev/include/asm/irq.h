/*
 *	asm/irq.h: masking one interrupt line.
 */
#ifndef _ASM_IRQ_H_
#define _ASM_IRQ_H_

#define NR_IRQS		16
#define TIMER_IRQ	0
#define FLOPPY_IRQ	6

/* Which line interrupts?  probe_irq_on lets all through that nobody has, and
   returns them; the driver makes its device interrupt; probe_irq_off returns
   the line, 0 if none has, and its negative if more than one. */
extern unsigned long probe_irq_on(void);
extern int probe_irq_off(unsigned long lines);

extern void disable_irq(unsigned int irq);
extern void enable_irq(unsigned int irq);

#endif /* _ASM_IRQ_H_ */
