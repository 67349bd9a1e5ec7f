/* Calls of every kind. */
typedef int (*handler_t)(int, void *);

extern int printf(const char *format, ...);
static int local(int a, void *b) { return a; }

int log_message(const char *format, ...)
{
	__builtin_va_list	ap;
	int			n;

	__builtin_va_start(ap, format);
	n = __builtin_va_arg(ap, int);
	n += *__builtin_va_arg(ap, char *);
	__builtin_va_end(ap);
	return n;
}

int knr(a, c, p)
	int	a;
	char	c;
	char	*p;
{
	return a + c + *p;
}

static handler_t handlers[2] = { local };

int call(handler_t h, int n)
{
	handlers[1] = &local;
	if (h == local)
		return (*h)(n, 0);
	return handlers[n & 1](n, &n) + knr(1, 'x', "y") + log_message("%d %s", n, "text");
}

static inline int in_line(int x) { return x + 1; }
int use(int x) { return in_line(in_line(x)); }
