/*
 *	kern/assert.h: conditions that only a defect of the kernel breaks.
 */
#ifndef	_KERN_ASSERT_H_
#define	_KERN_ASSERT_H_

extern void	Assert(const char *exp, const char *file, int line)
			__attribute__((noreturn));

#define	assert(ex)	\
	({ if (!(ex)) Assert(#ex, __FILE__, __LINE__); (void) 0; })

#endif	/* _KERN_ASSERT_H_ */
