#include <stdarg.h>
#include "tiny.h"

void
serial_init(void)
{
	outb(COM1 + 1, 0);		/* no interrupts */
	outb(COM1 + 3, 0x80);
	outb(COM1 + 0, 1);		/* 115200 baud */
	outb(COM1 + 1, 0);
	outb(COM1 + 3, 3);		/* 8 bits, no parity */
}

void
serial_write(char c)
{
	while ((inb(COM1 + 5) & 0x20) == 0)
		;
	outb(COM1, c);
}

static int
write_text(const char *s)
{
	size_t n = strlen(s);

	for (size_t i = 0; i < n; i++)
		serial_write(s[i]);
	return n;
}

static int
write_number(unsigned long long value, unsigned int base)
{
	static const char digits[] = "0123456789abcdef";
	char text[24];
	char *p = text + sizeof text;

	*--p = '\0';
	do {
		*--p = digits[value % base];
		value /= base;
	} while (value != 0);
	return write_text(p);
}

/* %s, %c, %u, %x, %U (64 bits), %%. */
int
printf(const char *format, ...)
{
	va_list ap;
	int n = 0;

	va_start(ap, format);
	for (; *format; format++) {
		if (*format != '%') {
			serial_write(*format);
			n++;
			continue;
		}
		switch (*++format) {
		case 's':
			n += write_text(va_arg(ap, const char *));
			break;
		case 'c':
			serial_write(va_arg(ap, int));
			n++;
			break;
		case 'u':
			n += write_number(va_arg(ap, unsigned int), 10);
			break;
		case 'x':
			n += write_number(va_arg(ap, unsigned int), 16);
			break;
		case 'U':
			n += write_number(va_arg(ap, unsigned long long), 10);
			break;
		default:
			serial_write(*format);
			n++;
		}
	}
	va_end(ap);
	return n;
}

/* The sum of numbers up to a zero, as it was written before there was stdarg.h. */
unsigned int
total(unsigned int first, ...)
{
	unsigned int *p = &first;
	unsigned int sum = 0;

	while (*p != 0)
		sum += *p++;
	return sum;
}
