/*
 *	i386/i386/div64.c: division of 64-bit integers, under the names that
 *	the compiler calls.  The processor divides 64 bits by 32 at most, and
 *	faults when the quotient needs more than 32.
 */

#include <i386/i386/div64.h>

/*
 *	divide_step:
 *
 *	hi:lo / divisor, where hi < divisor.
 */
static inline unsigned int
divide_step(unsigned int hi, unsigned int lo, unsigned int divisor,
	    unsigned int *remainder)
{
	unsigned int	quotient;

	__asm__("divl %4"
		: "=a" (quotient), "=d" (*remainder)
		: "0" (lo), "1" (hi), "rm" (divisor)
		: "cc");
	return quotient;
}

/*
 *	udivmod64:
 *
 *	By a divisor of one word: two steps, the remainder of the first in
 *	front of the second.  By a larger one: bit by bit, from the highest
 *	that can be in the quotient.
 */
unsigned long long
udivmod64(unsigned long long n, unsigned long long d, unsigned long long *r)
{
	unsigned long long	q = 0;
	unsigned int		hi, rest;
	int			shift;

	if ((d >> 32) == 0) {
		unsigned int	word = (unsigned int) d;

		hi = (unsigned int) (n >> 32);
		q = (unsigned long long) (hi / word) << 32;
		q |= divide_step(hi % word, (unsigned int) n, word, &rest);
		*r = rest;
		return q;
	}

	for (shift = 0; shift < 32 && !(d >> 63) && d <= n >> 1; shift++)
		d <<= 1;
	for (; shift >= 0; shift--, d >>= 1)
		if (n >= d) {
			n -= d;
			q |= 1ULL << shift;
		}
	*r = n;
	return q;
}

unsigned long long
__udivdi3(unsigned long long n, unsigned long long d)
{
	unsigned long long	r;

	return udivmod64(n, d, &r);
}

unsigned long long
__umoddi3(unsigned long long n, unsigned long long d)
{
	unsigned long long	r;

	(void) udivmod64(n, d, &r);
	return r;
}

/*
 *	Signed: the quotient rounds towards 0, the remainder has the sign of
 *	the dividend.
 */
#define	magnitude(x)	((x) < 0 ? -(unsigned long long) (x) \
				 : (unsigned long long) (x))

long long
__divdi3(long long n, long long d)
{
	unsigned long long	r, q;

	q = udivmod64(magnitude(n), magnitude(d), &r);
	return (n < 0) != (d < 0) ? -q : q;
}

long long
__moddi3(long long n, long long d)
{
	unsigned long long	r;

	(void) udivmod64(magnitude(n), magnitude(d), &r);
	return n < 0 ? -r : r;
}
