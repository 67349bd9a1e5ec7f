/* What a whole build has by -mregparm=3, -mrtd and -freg-struct-return; gcc and clang agree on it. */
struct one { signed char c; };
struct three { char c[3]; };
struct half { unsigned short lo, hi; };
struct pair { int a, b; };
struct mixed { int a; float f; };
struct real { double d; };
struct narrow { float f[1]; };
struct odd { char c[7]; };
struct big { int a[5]; };
union both { int i; struct half h; };
#define FUNCTIONS(X) \
	X(int, words, (int a, signed char b, unsigned short c, int d)) \
	X(long long, wide, (long long a, int b, long long c)) \
	X(int, late, (int a, int b, long long c, int d)) \
	X(int, reals, (float a, int b, double c, int d, int e)) \
	X(struct half, segment, (struct half s, int x, long long y)) \
	X(struct pair, swapped, (struct pair p, int x)) \
	X(struct big, moved, (struct big b, int x, int y)) \
	X(struct odd, shifted, (struct odd o, int x)) \
	X(struct three, turned, (struct three t, struct one c, int x, int y)) \
	X(struct one, single, (struct one c)) \
	X(struct real, real, (int a, struct real r, int b, struct narrow n, int c)) \
	X(struct narrow, narrow, (struct narrow n, int x)) \
	X(struct mixed, mixed, (int x, struct mixed m, int y)) \
	X(union both, both, (union both b, int x)) \
	X(int, variadic, (int n, ...)) \
	X(void, none, (void)) \
	X(__attribute__((stdcall)) int, standard, (int a, int b, int c, int d)) \
	X(__attribute__((regparm(0))) int, plain, (int a, int b)) \
	X(int, pointed, (int (*f)(int, int, int, int), int x)) \
	X(void, copied, (char *to, const char *from, unsigned size)) \
	X(int, first, (char *of)) \
	X(unsigned, mask, (char *of)) \
	X(char *, second, (char *of)) \
	X(void *, third, (char *of)) \
	X(int, near, (char *of, void *and)) \
	X(int, far, (void *of, unsigned char *and))
#define DECLARE(R, N, P) R N P;
FUNCTIONS(DECLARE)
#define MEMBER(R, N, P) R (*N) P;
struct table { FUNCTIONS(MEMBER) };
struct table *library(void);
