/*
 *	asm/system.h: the processor's interrupt flag, and exchange.
 *
 *	The drivers protect their data with the interrupt flag itself.  Mach
 *	uses priority levels (spl), and every change of level leaves the flag
 *	ON: a cli region must not call into Mach and rely on it afterwards.
 */
#ifndef _ASM_SYSTEM_H_
#define _ASM_SYSTEM_H_

#define sti()	__asm__ __volatile__ ("sti" : : : "memory")
#define cli()	__asm__ __volatile__ ("cli" : : : "memory")
#define nop()	__asm__ __volatile__ ("nop")
#define barrier() __asm__ __volatile__ ("" : : : "memory")

/* The flag register, to and from an unsigned long variable. */
#define save_flags(x) \
	__asm__ __volatile__ ("pushfl; popl %0" : "=g" (x) : : "memory")
#define restore_flags(x) \
	__asm__ __volatile__ ("pushl %0; popfl" : : "g" (x) : "memory", "cc")

/* The interrupt flag's bit in what save_flags stores. */
#define EFLAGS_IF	0x200

/* Wait for an interrupt; sti's shadow keeps one from slipping between. */
#define wait_for_interrupt() \
	__asm__ __volatile__ ("sti; hlt" : : : "memory")

/* Store a word and return what was there, in one step. */
static inline unsigned long
xchg_u32(unsigned long *m, unsigned long val)
{
	__asm__ __volatile__ ("xchgl %0, %1"
			      : "+r" (val), "+m" (*m) : : "memory");
	return val;
}

#endif /* _ASM_SYSTEM_H_ */
