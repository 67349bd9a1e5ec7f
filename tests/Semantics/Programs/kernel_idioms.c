/* flags: -O1 -fno-pie -no-pie */
/* What kernels write and hardly anybody else: addresses of where one is, immediates that only inlining shows, locks of
   no bytes, labels in front of macros that leave nothing. */
#include <stdio.h>
#include <string.h>

#define HERE ({ __label__ here; here: (unsigned long)&&here; })
#define NOTHING(x) do { } while (0)
#define BAD_SIZE ((unsigned)-1)

struct empty { };
struct lock { struct empty raw; int count; };
struct nested { struct empty one; struct empty more[3]; };

static struct empty quiet = { };
static struct lock lock = { .raw = { }, .count = 3 };
static struct nested nested = { { }, { { }, { } } };
struct empty all[2] = { { }, { } };

extern void wrong_size(void);

static inline __attribute__((always_inline)) int marked(const int number, const char *const text)
{
	int given = number * 4;
	const char *where = text;
#ifdef __OPTIMIZE__
	/* Both are constants where this is inlined, and folded. */
	__asm__("movl %1, %0; addl $%c1, %0" : "=r"(given) : "i"(number * 2));
	__asm__("movl %1, %0" : "=r"(where) : "i"(text));
#endif
	return given + (int)strlen(where);
}

static int keys[4] = { 0, 1, 0, 1 };

static inline __attribute__((always_inline)) int likely_way(int *const key, const int at)
{
#ifdef __OPTIMIZE__
	__asm__ goto("cmpl $0, %c0+%c1; jne %l2" : : "i"(key), "i"(at * 4) : "cc" : yes);
#else
	if (key[at])
		goto yes;
#endif
	return 0;
yes:
	return 1;
}

static int by_size(int *at, int number)
{
	switch (sizeof(*at)) {
	case 1:
		number++;
		break;
	case BAD_SIZE:
		number += 2;
		break;
	case sizeof(int):
		number += 4;
		break;
	default:
		wrong_size();
	}
	return number;
}

static int to_the_end(int number)
{
	if (number > 3)
		goto out;
	number++;
	if (number == 2) {
out:
		/* what a release of a lock is on a machine without */
		NOTHING(&lock);
	}
	if (number > 9)
		goto last;
	number += 10;
last:
	NOTHING(&quiet);
	return number;
}

static void empty_end(int number)
{
	if (number)
		goto out;
	printf("went on\n");
out:
	NOTHING(number);
}

struct control {
	int age;
	union {
		struct { unsigned start; unsigned char same : 1, count : 3; };
		struct { unsigned start; unsigned char same : 1, count : 3; } zeroed;
	};
	struct { struct { unsigned deep : 5; }; };
};

static struct control controls[2] = { { .count = 6, .deep = 30 } };
static int asked;

static struct control *next(void)
{
	return &controls[asked++ & 1];
}

/* Members of groups that have no name, found once. */
static int groups(void)
{
	int before = next()->count++, after = ++next()->count;
	next()->zeroed.same |= 1;
	int deep = next()->deep -= 3;
	return before + 10 * after + 100 * deep + 10000 * (++next()->deep) + 1000000 * controls[0].count;
}

int main(void)
{
	unsigned long first = HERE, second = HERE;
	const char *text;
	__asm__("movl %1, %0" : "=r"(text) : "i"("a string's address"));
	printf("%s, %d\n", text, first && second);
	printf("%d %d\n", marked(21, "four"), marked(4, ""));
	printf("%d%d%d%d\n", likely_way(keys, 0), likely_way(keys, 1), likely_way(keys, 2), likely_way(keys, 3));
	int number = 1;
	printf("%d %d %d %d\n", by_size(&number, 1), to_the_end(1), to_the_end(5), to_the_end(20));
	empty_end(0);
	empty_end(1);
	printf("%d %d %d\n", groups(), asked, controls[0].same);
	printf("%d %u %u %u\n", lock.count, (unsigned)sizeof quiet, (unsigned)sizeof nested, (unsigned)sizeof all);
	return 0;
}
