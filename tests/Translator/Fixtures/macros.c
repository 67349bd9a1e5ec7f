/* Macros that are constants keep their names; functions of macros are expanded. */
#define PAGE_SHIFT	12
#define PAGE_SIZE	(1 << PAGE_SHIFT)
#define LIMIT		((unsigned int) 0x1000000)
#define NONE		((void *) 0)
#define round_page(x)	(((x) + PAGE_SIZE - 1) & ~(PAGE_SIZE - 1))
#define MIN(a, b)	({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a < _b ? _a : _b; })
#define BEGIN		do {
#define END		} while (0)
#define clear(p)	BEGIN *(p) = 0; END

unsigned int pages(unsigned int size) { return round_page(size) >> PAGE_SHIFT; }
int above(unsigned int a) { return a >= LIMIT; }
void *none(void) { return NONE; }
int smaller(int a, int b) { return MIN(a, b + PAGE_SIZE); }
void reset(int *p) { if (p) clear(p); }
