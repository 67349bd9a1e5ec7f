/*
 *	asm/bitops.h: single bits in memory.  Each operation is one instruction,
 *	so an interrupt never sees it half done.
 */
#ifndef _ASM_BITOPS_H_
#define _ASM_BITOPS_H_

/* The words that a bit number may reach, for the operands' sake. */
struct __bit_area { unsigned long word[32]; };
#define __BIT_AREA(addr)	(*(volatile struct __bit_area *) (addr))

/* Each returns nonzero if the bit was set before. */
static inline int
set_bit(int nr, volatile void *addr)
{
	int old;

	__asm__ __volatile__ ("btsl %2, %1; sbbl %0, %0"
			      : "=r" (old), "+m" (__BIT_AREA(addr))
			      : "Ir" (nr) : "cc");
	return old;
}

static inline int
clear_bit(int nr, volatile void *addr)
{
	int old;

	__asm__ __volatile__ ("btrl %2, %1; sbbl %0, %0"
			      : "=r" (old), "+m" (__BIT_AREA(addr))
			      : "Ir" (nr) : "cc");
	return old;
}

static inline int
change_bit(int nr, volatile void *addr)
{
	int old;

	__asm__ __volatile__ ("btcl %2, %1; sbbl %0, %0"
			      : "=r" (old), "+m" (__BIT_AREA(addr))
			      : "Ir" (nr) : "cc");
	return old;
}

/* The names that say so. */
#define test_and_set_bit	set_bit
#define test_and_clear_bit	clear_bit
#define test_and_change_bit	change_bit

/* Plain C will do for a test: it changes nothing. */
static inline int
test_bit(int nr, const volatile void *addr)
{
	return (((const volatile unsigned int *) addr)[nr >> 5]
		>> (nr & 31)) & 1;
}

/* Number of the lowest clear bit of a word that has one. */
static inline unsigned long
ffz(unsigned long word)
{
	__asm__ ("bsfl %1, %0" : "=r" (word) : "r" (~word) : "cc");
	return word;
}

#endif /* _ASM_BITOPS_H_ */
