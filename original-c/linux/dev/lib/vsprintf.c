/*
 *	vsprintf.c: formatting for the drivers.
 *
 *	Knows flags - + space 0 #, width and precision (also as *), the sizes
 *	h, l, ll, and the conversions c s d i u o x X p n %.  An unknown
 *	conversion is copied as it stands, so that it shows.
 */
#include <stdarg.h>
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/ctype.h>

/* One conversion, taken apart. */
struct spec {
	unsigned left : 1;		/* - */
	unsigned plus : 1;
	unsigned space : 1;
	unsigned zero : 1;
	unsigned special : 1;		/* # */
	unsigned upper : 1;		/* X */
	unsigned is_signed : 1;
	int width;
	int precision;			/* -1: none given */
	int size;			/* 'h', 'l', 'L' for ll, or 0 */
};

/*
 *	Value of a digit of any base up to 36; 99 if it is none.
 */
static unsigned int
digit_value(char c)
{
	if (isdigit(c))
		return c - '0';
	if (isalpha(c))
		return tolower(c) - 'a' + 10;
	return 99;
}

/*
 *	Number at the beginning of a string.  Base 0 looks at the prefix: 0x is
 *	sixteen, 0 is eight.  *endp, if wanted, gets the first character unused.
 */
unsigned long
simple_strtoul(const char *cp, char **endp, unsigned int base)
{
	unsigned long result = 0;
	int hex = cp[0] == '0' && (cp[1] == 'x' || cp[1] == 'X')
		  && isxdigit(cp[2]);

	if (base == 0)
		base = hex ? 16 : cp[0] == '0' ? 8 : 10;
	if (base == 16 && hex)
		cp += 2;
	while (digit_value(*cp) < base)
		result = result * base + digit_value(*cp++);
	if (endp != NULL)
		*endp = (char *) cp;
	return result;
}

/*
 *	Decimal number of a format, advancing it.
 */
static int
skip_atoi(const char **s)
{
	int i = 0;

	while (isdigit(**s))
		i = i * 10 + *(*s)++ - '0';
	return i;
}

/*
 *	Put n copies of a character.
 */
static char *
pad(char *str, char c, int n)
{
	while (n-- > 0)
		*str++ = c;
	return str;
}

/*
 *	Digits of a number, last one first.  Returns how many there are.
 *	Long division by a constant word keeps 64-bit division out of the
 *	kernel: the upper half's remainder goes into the lower half.
 */
static int
digits(char *tmp, unsigned long long value, unsigned int base, int upper)
{
	const char *letters = upper ? "0123456789ABCDEF" : "0123456789abcdef";
	unsigned int high = value >> 32, low = (unsigned int) value, rem;
	int n = 0;

	while (high != 0) {
		rem = high % base;
		high /= base;
		__asm__ ("divl %2" : "+a" (low), "+d" (rem) : "r" (base) : "cc");
		tmp[n++] = letters[rem];
	}
	do {
		tmp[n++] = letters[low % base];
		low /= base;
	} while (low != 0);
	return n;
}

/*
 *	One number: [spaces] sign prefix [zeros] digits [spaces].
 */
static char *
number(char *str, unsigned long long value, unsigned int base,
       struct spec *spec)
{
	char tmp[24];
	const char *prefix = "";
	char sign = 0;
	int n, zeros, fill;

	if (spec->is_signed) {
		if ((long long) value < 0) {
			sign = '-';
			value = -value;
		} else if (spec->plus)
			sign = '+';
		else if (spec->space)
			sign = ' ';
	}
	if (spec->special && base == 16 && value != 0)
		prefix = spec->upper ? "0X" : "0x";
	else if (spec->special && base == 8)
		prefix = "0";

	n = digits(tmp, value, base, spec->upper);
	zeros = spec->precision > n ? spec->precision - n : 0;
	fill = spec->width - n - zeros - (sign != 0) - (int) strlen(prefix);
	if (spec->zero && !spec->left && spec->precision < 0 && fill > 0) {
		zeros = fill;
		fill = 0;
	}

	if (!spec->left)
		str = pad(str, ' ', fill);
	if (sign != 0)
		*str++ = sign;
	while (*prefix != '\0')
		*str++ = *prefix++;
	str = pad(str, '0', zeros);
	while (n > 0)
		*str++ = tmp[--n];
	if (spec->left)
		str = pad(str, ' ', fill);
	return str;
}

/*
 *	A string, cut at the precision and padded to the width.
 */
static char *
string(char *str, const char *s, struct spec *spec)
{
	int len, i;

	if (s == NULL)
		s = "<NULL>";
	len = spec->precision < 0 ? (int) strlen(s)
				  : (int) strnlen(s, spec->precision);
	if (!spec->left)
		str = pad(str, ' ', spec->width - len);
	for (i = 0; i < len; i++)
		*str++ = s[i];
	if (spec->left)
		str = pad(str, ' ', spec->width - len);
	return str;
}

/*
 *	The flags of a conversion; returns what follows them.
 */
static const char *
get_flags(const char *fmt, struct spec *spec)
{
	memset(spec, 0, sizeof *spec);
	spec->precision = -1;
	for (;; fmt++) {
		switch (*fmt) {
		case '-':
			spec->left = 1;
			break;
		case '+':
			spec->plus = 1;
			break;
		case ' ':
			spec->space = 1;
			break;
		case '0':
			spec->zero = 1;
			break;
		case '#':
			spec->special = 1;
			break;
		default:
			return fmt;
		}
	}
}

/*
 *	The size letters of a conversion.
 */
static const char *
get_size(const char *fmt, struct spec *spec)
{
	if (*fmt == 'h' || *fmt == 'l') {
		spec->size = *fmt++;
		if (spec->size == 'l' && *fmt == 'l') {
			spec->size = 'L';
			fmt++;
		}
	}
	return fmt;
}

/* The next argument as a number of 64 bits, as the size letters say. */
#define NEXT_NUMBER(args, spec)						\
	((spec).size == 'L' ? va_arg(args, unsigned long long)		\
	 : (spec).size == 'h'						\
	   ? ((spec).is_signed						\
	      ? (unsigned long long) (short) va_arg(args, int)		\
	      : (unsigned long long) (unsigned short) va_arg(args, int)) \
	   : ((spec).is_signed						\
	      ? (unsigned long long) va_arg(args, int)			\
	      : (unsigned long long) va_arg(args, unsigned int)))

/*
 *	Format into buf, which must be large enough.  Returns the number of
 *	characters, the final zero not counted.
 */
int
vsprintf(char *buf, const char *fmt, va_list args)
{
	char *str = buf;
	const char *begin;
	struct spec spec;
	unsigned int base;

	for (; *fmt != '\0'; fmt++) {
		if (*fmt != '%') {
			*str++ = *fmt;
			continue;
		}
		begin = fmt;
		fmt = get_flags(fmt + 1, &spec);
		if (*fmt == '*') {
			spec.width = va_arg(args, int);
			if (spec.width < 0) {
				spec.width = -spec.width;
				spec.left = 1;
			}
			fmt++;
		} else
			spec.width = skip_atoi(&fmt);
		if (*fmt == '.') {
			fmt++;
			if (*fmt == '*') {
				spec.precision = va_arg(args, int);
				fmt++;
			} else
				spec.precision = skip_atoi(&fmt);
		}
		fmt = get_size(fmt, &spec);

		base = 10;
		switch (*fmt) {
		case 'c':
			if (!spec.left)
				str = pad(str, ' ', spec.width - 1);
			*str++ = (char) va_arg(args, int);
			if (spec.left)
				str = pad(str, ' ', spec.width - 1);
			continue;
		case 's':
			str = string(str, va_arg(args, const char *), &spec);
			continue;
		case 'n':
			*va_arg(args, int *) = str - buf;
			continue;
		case '%':
			*str++ = '%';
			continue;
		case 'p':
			spec.zero = 1;
			spec.width = 2 * sizeof(void *);
			base = 16;
			break;
		case 'o':
			base = 8;
			break;
		case 'X':
			spec.upper = 1;
			/* fall through */
		case 'x':
			base = 16;
			break;
		case 'd':
		case 'i':
			spec.is_signed = 1;
			break;
		case 'u':
			break;
		default:
			while (begin < fmt)
				*str++ = *begin++;
			if (*fmt == '\0')
				goto out;
			*str++ = *fmt;
			continue;
		}
		str = number(str, NEXT_NUMBER(args, spec), base, &spec);
	}
out:
	*str = '\0';
	return str - buf;
}

/*
 *	The same with the arguments given directly.
 */
int
sprintf(char *buf, const char *fmt, ...)
{
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsprintf(buf, fmt, args);
	va_end(args);
	return n;
}
