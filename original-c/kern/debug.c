/*
 *	kern/debug.c: panic and assertions.
 */

#include <stdarg.h>
#include <mach/boolean.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/printf.h>
#include <i386/i386at/machdep.h>
#include <i386/i386/proc_reg.h>

static boolean_t	panicking;	/* one panic is enough */

void
panic_init(void)
{
	panicking = FALSE;
}

static void
panic_putc(char c, void *arg)
{
	(void) arg;
	cnputc(c);
}

/*
 *	panic:
 *
 *	Say why, and stop the machine for good.
 */
void
panic(const char *fmt, ...)
{
	va_list		args;

	cli();
	if (!panicking) {
		panicking = TRUE;
		printf("panic: ");
		va_start(args, fmt);
		_doprnt(fmt, args, panic_putc, (void *) 0);
		va_end(args);
		printf("\n");
	}
	halt_all_cpus(EXIT_PANIC);
}

/*
 *	Assert:
 *
 *	An assertion does not hold.
 */
void
Assert(exp, file, line)
	const char	*exp, *file;
	int		line;
{
	panic("assertion (%s) fails, file \"%s\", line %d", exp, file, line);
}
