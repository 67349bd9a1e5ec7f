/*
 *	asm/processor.h: the processor, as far as drivers ask.
 */
#ifndef _ASM_PROCESSOR_H_
#define _ASM_PROCESSOR_H_

/* 3 for an 80386 up to 6 for a Pentium Pro, which is the least that there
   is. */
extern char x86;

/* True where the bus is EISA, which the BIOS says at 0xfffd9. */
extern int EISA_bus;

#endif /* _ASM_PROCESSOR_H_ */
