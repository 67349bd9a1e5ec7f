/*
 *	asm/irq.h: masking one interrupt line.
 */
#ifndef _ASM_IRQ_H_
#define _ASM_IRQ_H_

#define NR_IRQS		16
#define TIMER_IRQ	0
#define FLOPPY_IRQ	6

extern void disable_irq(unsigned int irq);
extern void enable_irq(unsigned int irq);

#endif /* _ASM_IRQ_H_ */
