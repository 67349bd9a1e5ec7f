/* Formats of integers, floating point and text; where the C library promises the same text, it has to be the same. */
#define STB_SPRINTF_IMPLEMENTATION
#include <stb/stb_sprintf.h>
#include <stdarg.h>
#include "../driver.h"

static int same_as_libc(const char *format, ...)
{
	char ours[600], libc[600];
	va_list first, second;
	int length;

	va_start(first, format);
	va_copy(second, first);
	length = stbsp_vsnprintf(ours, sizeof ours, format, first);
	check(vsnprintf(libc, sizeof libc, format, second) >= 0, "libc formats");
	va_end(second);
	va_end(first);
	feed(ours, strlen(ours));
	check((size_t)length == strlen(ours), "the length is returned");
	return strcmp(ours, libc) == 0;
}

static char *collect(const char *text, void *user, int length)
{
	feed(text, length);
	feed_int(length);
	return user;
}

static void callback(const char *format, ...)
{
	char room[STB_SPRINTF_MIN];
	va_list arguments;

	va_start(arguments, format);
	stbsp_vsprintfcb(collect, room, room, format, arguments);
	va_end(arguments);
}

int main(void)
{
	char text[64] = "";

	for (int i = 0; i < 20000; i++) {
		int value = (int)next_random() >> random_below(32);
		long long wide = ((long long)next_random() << 32 | next_random()) >> random_below(64);

		check(same_as_libc("%d|%8d|%-8d|%08d|%+d|% d", value, value, value, value, value, value), "int");
		check(same_as_libc("%u|%x|%X|%o|%c", value, value, value, value, 'a' + i % 26), "unsigned");
		check(same_as_libc("%lld|%llx|%20lld", wide, wide, wide), "long long");
		check(same_as_libc("%.*s|%10s|%-10s|%%", i % 7, "abcdefgh", "right", "left"), "text");
	}
	report("integers and text");
	int differ = 0;
	for (int i = 0; i < 20000; i++) {
		double value = ((int)next_random() / 65536.0) * (i % 3 ? 1.0 : 1e-6);

		check(same_as_libc("%.3f", (double)(i - 10000) / 8.0), "exact fractions");
		differ += !same_as_libc("%f|%.10f|%e|%g", value, value, value, value);
	}
	printf("%d of 20000 lines of floating point are not as in libc\n", differ);
	report("floating point");
	for (int i = 0; i < 2000; i++)
		callback("%'d %$d %$$d %_$d [%s] %a %b %p", i * 98765, i * 4321, i * 1234567, i * 99, "a text that is a little longer", i / 3.0, i, (void *)(size_t)i);
	report("callback");
	for (int i = 0; i < 64; i++)
		feed_int(stbsp_snprintf(text, i, "%s and %d", "truncated", 12345678)), feed(text, i);
	report("truncated");
	return 0;
}
