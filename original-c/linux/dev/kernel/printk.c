/*
 *	printk.c: the drivers' messages, through Mach's console.
 */
#include <stdarg.h>
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <asm/system.h>

extern int printf(const char *fmt, ...);

#define DEFAULT_MESSAGE_LOGLEVEL	4
#define DEFAULT_CONSOLE_LOGLEVEL	7

int console_loglevel = DEFAULT_CONSOLE_LOGLEVEL;

/* One message at a time is formatted here, with interrupts off.  A longer
   one would be cut by nothing, so formats must stay well below this size. */
static char printk_buf[1024];

/* True if the next message starts a line and so may carry a level. */
static int at_line_start = 1;
static int msg_level = DEFAULT_MESSAGE_LOGLEVEL;

/*
 *	Level of a message, whose prefix "<n>" is skipped.  The rest of a line
 *	has the level of its beginning.
 */
static const char *
take_level(const char *p)
{
	if (!at_line_start)
		return p;
	msg_level = DEFAULT_MESSAGE_LOGLEVEL;
	if (p[0] == '<' && p[1] >= '0' && p[1] <= '7' && p[2] == '>') {
		msg_level = p[1] - '0';
		p += 3;
	}
	return p;
}

/*
 *	Print a message.  Any context.  Returns the number of characters it has.
 */
int
printk(const char *fmt, ...)
{
	va_list args;
	unsigned long flags;
	const char *p;
	int n;

	save_flags(flags);
	cli();
	va_start(args, fmt);
	n = linux_vsprintf(printk_buf, fmt, args);
	va_end(args);

	p = take_level(printk_buf);
	if (msg_level < console_loglevel)
		printf("%s", p);
	if (n > 0)
		at_line_start = printk_buf[n - 1] == '\n';
	restore_flags(flags);
	return n;
}
