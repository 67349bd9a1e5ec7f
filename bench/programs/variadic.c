/* Formatting by variable arguments: a printf of its own, a sum of mixed types, lists that are handed on. */
#include "bench.h"
#include <stdarg.h>

static char *number(char *to, unsigned long long value, unsigned base)
{
	char digits[24];
	int n = 0;

	do {
		digits[n++] = "0123456789abcdef"[value % base];
		value /= base;
	} while (value);
	while (n)
		*to++ = digits[--n];
	return to;
}

static __attribute__((noinline)) char *vformat(char *to, const char *format, va_list list)
{
	for (; *format; format++) {
		if (*format != '%') {
			*to++ = *format;
			continue;
		}
		switch (*++format) {
		case 'd': {
			int value = va_arg(list, int);
			if (value < 0)
				*to++ = '-';
			to = number(to, value < 0 ? -(unsigned)value : (unsigned)value, 10);
			break;
		}
		case 'x':
			to = number(to, va_arg(list, unsigned), 16);
			break;
		case 'l':
			to = number(to, va_arg(list, unsigned long long), 16);
			break;
		case 'f':
			to = number(to, (unsigned)(va_arg(list, double) * 1000), 10);
			break;
		case 's':
			for (const char *s = va_arg(list, const char *); *s; s++)
				*to++ = *s;
			break;
		}
	}
	*to = 0;
	return to;
}

static __attribute__((noinline)) int format(char *to, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	int length = vformat(to, format, list) - to;
	va_end(list);
	return length;
}

static __attribute__((noinline)) unsigned total(int count, ...)
{
	va_list list;
	unsigned sum = 0;

	va_start(list, count);
	while (count-- > 0)
		sum = sum * 3 + va_arg(list, unsigned);
	va_end(list);
	return sum;
}

static unsigned work(void)
{
	static const char *const words[] = { "a", "word", "another one", "" };
	char line[256];
	unsigned sum = 0;

	for (int i = 0; i < 4000; i++) {
		int length = format(line, "%d: %s = %x, %l and %f%s\n", i - 2000, words[i & 3], noise(), (unsigned long long)i << 33 | 5, i * 0.25, words[i % 3]);
		for (int k = 0; k < length; k++)
			sum = sum * 33 + line[k];
		sum += total(6, i, sum, 3, 4, sum >> 4, i * i);
	}
	return sum;
}
