/*
 *	kern/printf.c: formatted output, for the console and into memory.
 */

#include <stdarg.h>
#include <mach/boolean.h>
#include <kern/printf.h>
#include <i386/i386at/machdep.h>

#define	MAX_DIGITS	22		/* 64 bits in octal */

int		indent = 0;

/*
 *	One conversion, taken apart.  The flags are bits because a format
 *	has many and a kernel stack is short.
 */
struct conversion {
	unsigned int	left:1,		/* - */
			zero:1,		/* 0 */
			plus:1,		/* + */
			blank:1,	/* blank */
			alternate:1,	/* # */
			upper:1,	/* X */
			size:2;		/* 0 int, 1 long, 2 long long, 3 short */
	int		width;
	int		precision;	/* -1 if none */
};

struct sink {
	void		(*putc)(char c, void *arg);
	void		*arg;
};

void
printf_init(void)
{
	indent = 0;
}

static void
pad(struct sink *sink, char c, int count)
{
	while (count-- > 0)
		(*sink->putc)(c, sink->arg);
}

/*
 *	put_text:
 *
 *	Prefix, zeros and text, padded to the width.
 */
static void
put_text(struct sink *sink, const struct conversion *conv,
	 const char *prefix, int prefix_len, int zeros,
	 const char *text, int len)
{
	int		fill = conv->width - prefix_len - zeros - len;
	int		i;

	if (!conv->left)
		pad(sink, ' ', fill);
	for (i = 0; i < prefix_len; i++)
		(*sink->putc)(prefix[i], sink->arg);
	pad(sink, '0', zeros);
	for (i = 0; i < len; i++)
		(*sink->putc)(text[i], sink->arg);
	if (conv->left)
		pad(sink, ' ', fill);
}

/*
 *	digits_of:
 *
 *	Write a number backwards from the end of a buffer; the result is
 *	where it starts.  The bases are powers of two or ten, so that 64-bit
 *	division is avoided where it can be.
 */
static char *
digits_of(unsigned long long value, unsigned int base, boolean_t upper,
	  char *end)
{
	const char	*digits = upper ? "0123456789ABCDEF"
					: "0123456789abcdef";
	unsigned int	low;

	while (value > 0xffffffffULL) {
		*--end = digits[value % base];
		value /= base;
	}
	low = (unsigned int) value;
	do {
		*--end = digits[low % base];
		low /= base;
	} while (low != 0);
	return end;
}

static void
put_number(struct sink *sink, struct conversion *conv,
	   unsigned long long value, unsigned int base, char sign)
{
	char		buf[MAX_DIGITS];
	char		prefix[2];
	int		prefix_len = 0;
	int		zeros = 0;
	char		*start;
	int		len;

	if (sign != '\0')
		prefix[prefix_len++] = sign;
	if (conv->alternate && value != 0 && base == 16) {
		prefix[prefix_len++] = '0';
		prefix[prefix_len++] = conv->upper ? 'X' : 'x';
	} else if (conv->alternate && base == 8)
		prefix[prefix_len++] = '0';

	start = digits_of(value, base, conv->upper, buf + MAX_DIGITS);
	len = buf + MAX_DIGITS - start;
	if (value == 0 && conv->precision == 0)
		len = 0;

	if (conv->precision >= 0)
		zeros = conv->precision - len;
	else if (conv->zero && !conv->left)
		zeros = conv->width - prefix_len - len;
	if (zeros < 0)
		zeros = 0;
	put_text(sink, conv, prefix, prefix_len, zeros, start, len);
}

static void
put_string(struct sink *sink, struct conversion *conv, const char *text)
{
	int		len = 0;

	if (text == (const char *) 0)
		text = "(null)";
	while (text[len] != '\0'
	       && (conv->precision < 0 || len < conv->precision))
		len++;
	put_text(sink, conv, "", 0, 0, text, len);
}

/*
 *	put_bits:
 *
 *	A register: its value in the base that the first byte of the
 *	description gives, then the names of the bits that are set.  A name
 *	comes behind a byte with the number of its bit, counted from 1.
 */
static void
put_bits(struct sink *sink, struct conversion *conv, unsigned int value,
	 const char *names)
{
	boolean_t	any = FALSE;

	put_number(sink, conv, value, (unsigned int) *names++, '\0');
	while (*names != '\0') {
		unsigned int	bit = *names++ - 1;
		boolean_t	set = (value >> bit) & 1;

		if (set) {
			(*sink->putc)(any ? ',' : '<', sink->arg);
			any = TRUE;
		}
		for (; *names > ' '; names++)
			if (set)
				(*sink->putc)(*names, sink->arg);
	}
	if (any)
		(*sink->putc)('>', sink->arg);
}

/*
 *	An argument of the size that the conversion names.
 */
#define	signed_arg(conv, args)						\
	((conv)->size == 2 ? va_arg(args, long long)			\
	 : (conv)->size == 3 ? (long long) (short) va_arg(args, int)	\
	 : (long long) va_arg(args, int))

#define	unsigned_arg(conv, args)					\
	((conv)->size == 2 ? va_arg(args, unsigned long long)		\
	 : (conv)->size == 3						\
	   ? (unsigned long long) (unsigned short) va_arg(args, int)	\
	 : (unsigned long long) va_arg(args, unsigned int))

/*
 *	_doprnt:
 *
 *	Format, and give every character to putc.
 */
void
_doprnt(const char *fmt, va_list args, void (*putc)(char c, void *arg),
	void *arg)
{
	struct sink	sink;
	struct conversion conv;
	long long	number;
	unsigned int	bits;
	char		c;

	sink.putc = putc;
	sink.arg = arg;

	while ((c = *fmt++) != '\0') {
		if (c != '%') {
			(*putc)(c, arg);
			continue;
		}

		conv.left = conv.zero = conv.plus = conv.blank = 0;
		conv.alternate = conv.upper = 0;
		conv.size = 0;
		conv.width = 0;
		conv.precision = -1;

	flags:
		switch (c = *fmt++) {
		case '-':
			conv.left = 1;
			goto flags;
		case '0':
			conv.zero = 1;
			goto flags;
		case '+':
			conv.plus = 1;
			goto flags;
		case ' ':
			conv.blank = 1;
			goto flags;
		case '#':
			conv.alternate = 1;
			goto flags;
		default:
			break;
		}

		if (c == '*') {
			conv.width = va_arg(args, int);
			if (conv.width < 0) {
				conv.left = 1;
				conv.width = -conv.width;
			}
			c = *fmt++;
		} else
			for (; c >= '0' && c <= '9'; c = *fmt++)
				conv.width = conv.width * 10 + (c - '0');

		if (c == '.') {
			conv.precision = 0;
			c = *fmt++;
			if (c == '*') {
				conv.precision = va_arg(args, int);
				c = *fmt++;
			} else
				for (; c >= '0' && c <= '9'; c = *fmt++)
					conv.precision = conv.precision * 10
							 + (c - '0');
		}

		for (;; c = *fmt++) {
			if (c == 'l')
				conv.size = conv.size == 1 ? 2 : 1;
			else if (c == 'h')
				conv.size = 3;
			else
				break;
		}

		switch (c) {
		case 'd':
		case 'i':
			number = signed_arg(&conv, args);
			if (number < 0)
				put_number(&sink, &conv,
					   -(unsigned long long) number,
					   10, '-');
			else
				put_number(&sink, &conv, number, 10,
					   conv.plus ? '+'
					   : conv.blank ? ' ' : '\0');
			break;
		case 'u':
			put_number(&sink, &conv, unsigned_arg(&conv, args),
				   10, '\0');
			break;
		case 'o':
			put_number(&sink, &conv, unsigned_arg(&conv, args),
				   8, '\0');
			break;
		case 'X':
			conv.upper = 1;
			/* fall through */
		case 'x':
			put_number(&sink, &conv, unsigned_arg(&conv, args),
				   16, '\0');
			break;
		case 'p':
			conv.alternate = 1;
			put_number(&sink, &conv,
				   (unsigned int) va_arg(args, void *),
				   16, '\0');
			break;
		case 'b':
			bits = va_arg(args, unsigned int);
			put_bits(&sink, &conv, bits, va_arg(args, char *));
			break;
		case 'c':
			c = (char) va_arg(args, int);
			put_text(&sink, &conv, "", 0, 0, &c, 1);
			break;
		case 's':
			put_string(&sink, &conv, va_arg(args, char *));
			break;
		case '\0':
			return;
		case '%':
		default:
			(*putc)(c, arg);
			break;
		}
	}
}

static void
console_putc(char c, void *arg)
{
	(void) arg;
	cnputc(c);
}

int
printf(const char *fmt, ...)
{
	va_list		args;

	va_start(args, fmt);
	_doprnt(fmt, args, console_putc, (void *) 0);
	va_end(args);
	return 0;
}

/*
 *	iprintf:
 *
 *	printf behind the current indentation.
 */
int
iprintf(const char *fmt, ...)
{
	va_list		args;
	int		i;

	for (i = indent; i > 0; i--)
		cnputc(' ');
	va_start(args, fmt);
	_doprnt(fmt, args, console_putc, (void *) 0);
	va_end(args);
	return 0;
}

static void
buffer_putc(char c, void *arg)
{
	char		**next = (char **) arg;

	*(*next)++ = c;
}

/*
 *	sprintf:
 *
 *	Into memory that is large enough; the result is the length.
 */
int
sprintf(char *buf, const char *fmt, ...)
{
	va_list		args;
	char		*next = buf;

	va_start(args, fmt);
	_doprnt(fmt, args, buffer_putc, (void *) &next);
	va_end(args);
	*next = '\0';
	return next - buf;
}
