/*
 *	mach/boolean.h: truth values.
 */
#ifndef	_MACH_BOOLEAN_H_
#define	_MACH_BOOLEAN_H_

typedef int	boolean_t;

#ifndef	TRUE
#define	TRUE	((boolean_t) 1)
#define	FALSE	((boolean_t) 0)
#endif

#endif	/* _MACH_BOOLEAN_H_ */
