/*
 *	kern/debug.h: the end of everything.
 */
#ifndef	_KERN_DEBUG_H_
#define	_KERN_DEBUG_H_

extern void	panic_init(void);
extern void	panic(const char *fmt, ...) __attribute__((noreturn));

#endif	/* _KERN_DEBUG_H_ */
