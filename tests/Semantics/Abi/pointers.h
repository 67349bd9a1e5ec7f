/* Functions that are called through pointers only; each adds how far its stack is from where the convention wants it. */
struct pair { int a, b; };
struct wide { double d; int i[5]; };
typedef signed char s8;
typedef unsigned short u16;
enum __attribute__((packed)) level { LOW = 1, HIGH = 200 };
#define FUNCTIONS(X) \
	X(int, none, (void)) \
	X(int, one, (int a)) \
	X(int, two, (int a, int b)) \
	X(long long, five, (int a, long long b, s8 c, u16 d, char *e)) \
	X(double, reals, (double a, float b, int c)) \
	X(float, single, (float a)) \
	X(s8, narrow, (s8 a, u16 b)) \
	X(u16, narrower, (u16 a, s8 b)) \
	X(_Bool, truth, (_Bool a)) \
	X(enum level, next, (enum level a)) \
	X(struct pair, swap, (struct pair a)) \
	X(struct pair, lower, (s8 a)) \
	X(struct pair, higher, (u16 a)) \
	X(struct wide, widen, (int a, struct wide b, double c)) \
	X(int, many, (int a, int b, int c, int d, int e, int f, int g)) \
	X(int, sum, (int n, ...))
#define DECLARE(R, N, P) R N P;
FUNCTIONS(DECLARE)
#define MEMBER(R, N, P) R (*N) P;
struct table { FUNCTIONS(MEMBER) };
struct table *library(void);
int run(const struct table *t);
extern int misaligned;
