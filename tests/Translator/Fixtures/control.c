/* Control flow keeps its shape. */
extern void visit(int);
extern int next(void);

int loops(int n)
{
	int i, sum = 0;

	for (i = 0; i < n; i++) {
		if (i == 3)
			continue;	/* not this one */
		sum += i;
	}
	while (n-- > 0)
		if (sum > 100)
			break;
	do
		sum++;
	while (sum & 7);
	for (;;)
		if (!next())
			return sum;
}

/* A condition that needs lines of its own. */
int condition_with_block(int n)
{
	while (({ int t = next(); t != n; }))
		visit(n);
	return n;
}

int choose(int c)
{
	switch (c) {
	case 'a':
	case 'b':
		return 1;
	case 1 ... 9:
		visit(c);
		/* FALLTHROUGH */
	case 10:
		visit(10);
		break;
	default:
		return -1;
	}
	return 0;
}

int jumps(int n)
{
again:
	if (n > 10) {
		n -= 10;
		goto again;
	}
	if (n < 0)
		goto fail;
	return n;

fail:
	return -1;
}
