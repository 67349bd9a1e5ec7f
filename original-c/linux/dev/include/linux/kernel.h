/*
 *	linux/kernel.h: messages, formatting and number parsing.
 */
#ifndef _LINUX_KERNEL_H_
#define _LINUX_KERNEL_H_

#include <stdarg.h>
#include <linux/types.h>

/* Levels of a message: a prefix of its format, which printk takes off. */
#define KERN_EMERG	"<0>"
#define KERN_ALERT	"<1>"
#define KERN_CRIT	"<2>"
#define KERN_ERR	"<3>"
#define KERN_WARNING	"<4>"
#define KERN_NOTICE	"<5>"
#define KERN_INFO	"<6>"
#define KERN_DEBUG	"<7>"

/* Messages of a level below this one reach the console. */
extern int console_loglevel;

extern int printk(const char *fmt, ...)
	__attribute__ ((format (printf, 1, 2)));

/* The drivers' formatter has more conversions than Mach's own printf, and
   a different result, so it keeps a name of its own. */
#define vsprintf	linux_vsprintf
#define sprintf		linux_sprintf

extern int linux_vsprintf(char *buf, const char *fmt, va_list args);
extern int linux_sprintf(char *buf, const char *fmt, ...)
	__attribute__ ((format (printf, 2, 3)));

extern unsigned long simple_strtoul(const char *cp, char **endp,
				    unsigned int base);

#endif /* _LINUX_KERNEL_H_ */
