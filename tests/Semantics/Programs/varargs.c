#include <stdio.h>
#include <stdarg.h>
#include <string.h>
struct big { int a[5]; }; struct small { char c; short s; };
static long long sum(const char *types, ...)
{
	va_list ap; long long t = 0; va_start(ap, types);
	for (; *types; types++)
		switch (*types) {
		case 'i': t += va_arg(ap, int); break;
		case 'l': t += va_arg(ap, long long); break;
		case 'd': t += (long long)va_arg(ap, double); break;
		case 'p': t += *va_arg(ap, int *); break;
		case 'c': t += (char)va_arg(ap, int); break;
		case 'B': { struct big b = va_arg(ap, struct big); t += b.a[4]; break; }
		case 'S': { struct small b = va_arg(ap, struct small); t += b.s; break; }
		case 's': t += strlen(va_arg(ap, const char *)); break;
		}
	va_end(ap);
	return t;
}
static int vformat(char *to, size_t n, const char *f, va_list ap) { va_list again; va_copy(again, ap); int r = vsnprintf(to, n, f, ap); printf("[%d]", vsnprintf(NULL, 0, f, again)); va_end(again); return r; }
int format(char *to, size_t n, const char *f, ...) { va_list ap; va_start(ap, f); int r = vformat(to, n, f, ap); va_end(ap); return r; }
static int pass(va_list *ap) { return va_arg(*ap, int); }
static int two(int n, ...) { va_list ap; va_start(ap, n); int a = pass(&ap), b = va_arg(ap, int); va_end(ap); return a * 100 + b + n; }
int main(void)
{
	int x = 5; struct big b = { { 1, 2, 3, 4, 50 } }; struct small s = { 1, 60 }; float f = 2.5f; char c = 'A'; short sh = -3; _Bool t = 1; char buffer[64];
	printf("%lld\n", sum("ildpcs", 1, 2LL, 3.7, &x, 'c', "four"));
	printf("%lld\n", sum("BSi", b, s, 9)); printf("%lld\n", sum(""));
	printf("%g %c %d %d %s %p\n", f, c, sh, t, "str", (void *)0);
	int n = format(buffer, sizeof buffer, "%d-%s-%5.2f-%lld-%c", 42, "xx", 3.14159, 1LL << 33, 'z'); printf("%d %s\n", n, buffer);
	printf("%d\n", two(7, 1, 2)); int (*fp)(int, ...) = two; printf("%d\n", fp(1, 30, 4)); long long (*gp)(const char *, ...) = sum; printf("%lld\n", gp("dl", 1.5, 5LL));
	char out[100]; sprintf(out, "%s=%d;%u;%x;%o;%5d|%-5d|%05d|%+d|%%", "k", -1, 3000000000u, 255, 8, 42, 42, 42, 42); puts(out); int a, q; double d; sscanf("12 0x1f 2.5", "%d %i %lf", &a, &q, &d); printf("%d %d %g\n", a, q, d);
	return 0;
}
