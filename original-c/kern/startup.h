/*
 *	kern/startup.h: from the boot stack to threads.
 */
#ifndef	_KERN_STARTUP_H_
#define	_KERN_STARTUP_H_

extern void	setup_main(void) __attribute__((noreturn));

#endif	/* _KERN_STARTUP_H_ */
