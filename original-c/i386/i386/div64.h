/*
 *	i386/i386/div64.h
 */
#ifndef	_I386_DIV64_H_
#define	_I386_DIV64_H_

extern unsigned long long	udivmod64(unsigned long long n,
					  unsigned long long d,
					  unsigned long long *r);
extern unsigned long long	__udivdi3(unsigned long long n,
					  unsigned long long d);
extern unsigned long long	__umoddi3(unsigned long long n,
					  unsigned long long d);
extern long long		__divdi3(long long n, long long d);
extern long long		__moddi3(long long n, long long d);

#endif	/* _I386_DIV64_H_ */
