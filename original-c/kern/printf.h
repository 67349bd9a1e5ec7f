/*
 *	kern/printf.h: formatted output.
 */
#ifndef	_KERN_PRINTF_H_
#define	_KERN_PRINTF_H_

#include <stdarg.h>

/*
 *	Formats: %d %i %u %x %X %o %c %s %p %% and %b (a register: the value,
 *	then a string whose first byte is the base), with flags - 0 + # and
 *	blank, width and precision (also *), and the sizes h, l and ll.
 */
extern void	printf_init(void);
extern int	printf(const char *fmt, ...);
extern int	sprintf(char *buf, const char *fmt, ...);
extern int	iprintf(const char *fmt, ...);
extern void	_doprnt(const char *fmt, va_list args,
			void (*putc)(char c, void *arg), void *arg);

extern int	indent;			/* of iprintf */

#endif	/* _KERN_PRINTF_H_ */
