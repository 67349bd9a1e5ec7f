#include <stdio.h>
#include <string.h>
#include <math.h>
#include <errno.h>
#include <stdlib.h>
/* Structs of many sizes by assignment, argument and result; the library's functions that are computed in place. */
#define SIZED(n) struct s##n { unsigned char b[n]; }; static struct s##n make##n(int seed) { struct s##n r; for (int i = 0; i < n; i++) r.b[i] = seed + i * 7; return r; } \
	static unsigned sum##n(struct s##n v) { unsigned s = 0; for (int i = 0; i < n; i++) s = s * 31 + v.b[i]; return s; } \
	static void test##n(double keep) { struct s##n a[3], *p = &a[1]; memset(a, 0xee, sizeof a); *p = make##n(n); a[2] = *p; *p = *p; double d = keep * 3; struct s##n c = a[2]; c.b[n - 1]++; *p = c; \
	printf("%d: %08x %08x %08x %08x %g\n", n, sum##n(a[0]), sum##n(a[1]), sum##n(a[2]), sum##n(c), d + keep); }
SIZED(3) SIZED(16) SIZED(63) SIZED(64) SIZED(65) SIZED(68) SIZED(80) SIZED(95) SIZED(96) SIZED(111) SIZED(200) SIZED(511) SIZED(512) SIZED(513) SIZED(1000)
struct row { int id; struct { short x, y; } points[5]; struct row *next; char *names[3]; };
static int through(struct row *r) { r->points[2].y = 7; r->names[1] = "one"; struct row copy = *r; copy.points[2].x = 3; return copy.points[2].x * 10 + r->points[2].y + (copy.names[1] == r->names[1]) + (int)strlen(copy.names[1]); }
int main(void)
{
	char text[80] = "abcdefghijklmnopqrstuvwxyz0123456789", to[80]; int n = 5; struct row row = { 1 };
	test3(1.5); test16(1.5); test63(1.5); test64(1.5); test65(1.5); test68(1.5); test80(1.5); test95(1.5); test96(1.5); test111(1.5); test200(1.5); test511(1.5); test512(1.5); test513(1.5); test1000(1.5);
	memset(to, '-', sizeof to); to[79] = 0; printf("%d %d\n", memcpy(to, text, 3) == to, memcpy(to + 10, text, 37) == to + 10); puts(to); memset(to + 20, '#', 5); memset(to + 30, n + '0', 4); memcpy(to + 1, text + 1, n); puts(to);
	errno = 0; printf("%g %d ", sqrt(2.25), errno); printf("%d ", sqrt(-1) != sqrt(-1)); printf("%d ", errno == EDOM); errno = 0; printf("%g %d\n", sqrtf(6.25f), errno); printf("%.9g %.17g\n", sqrtf(2), sqrt(3));
	printf("%g %g %g %d %ld %d\n", fabs(-0.0), fabs(-2.5), fabsf(3.5f), abs(-n), labs(n), signbit(fabs(-0.0)) != 0); printf("%d\n", through(&row));
	return 0;
}
