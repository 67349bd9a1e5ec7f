/* What gcc and clang agree on in conventions that an attribute asks for. */
#define FAST __attribute__((fastcall))
#define STD __attribute__((stdcall))
#define REG(n) __attribute__((regparm(n)))
struct pair { int a, b; };
struct three { char c[3]; };
typedef signed char s8;
#define FUNCTIONS(X) \
	X(FAST int, fast, (int a, s8 b, int c, long long d)) \
	X(FAST int, fast_mixed, (float a, char *b, double c, short d, int e)) \
	X(FAST void, fast_none, (void)) \
	X(FAST int, fast_one, (int *a)) \
	X(STD long long, std, (long long a, s8 b, unsigned short c)) \
	X(STD struct pair, std_pair, (int a, struct pair b)) \
	X(STD long double, std_real, (struct three a, long double b, int c)) \
	X(STD int, std_none, (void)) \
	X(REG(1) int, reg1, (int a, int b)) \
	X(REG(1) int, reg1_long, (long long a, int b)) \
	X(REG(2) int, reg2, (float a, s8 b, double c, short d, int e)) \
	X(REG(3) int, reg3, (int a, int b, int c, int d, int e)) \
	X(REG(3) long long, reg3_long, (int a, long long b, int c)) \
	X(REG(3) long long, reg3_late, (int a, int b, long long c, int d)) \
	X(REG(3) int, reg3_variadic, (int n, ...)) \
	X(REG(0) int, reg0, (int a, int b))
#define DECLARE(R, N, P) R N P;
FUNCTIONS(DECLARE)
#define MEMBER(R, N, P) R (*N) P;
struct table { FUNCTIONS(MEMBER) };
struct table *library(void);
void run(const struct table *t, int round);
