/* A local has a value in C# only where C# would call it unassigned. */
extern int get(int *out);
extern int more(void);

int plain(int n)
{
	int i, sum, last;

	sum = 0;
	for (i = 0; i < n; i++)
		sum += i;
	if (n > 3)
		last = 1;
	else
		last = 2;
	return sum + last;
}

int by_address(void)
{
	int value;

	if (get(&value))
		return value;
	return 0;
}

int in_doubt(int n)
{
	int a, b, c;

	if (n)
		a = 1;
	if (n && (b = more()))
		return b;
	while (n--)
		c = n;
	return n == 7 ? a + c : 0;
}

int choices(int n)
{
	int a, b;

	switch (n) {
	case 1:
		a = 1;
		b = 2;
		break;
	case 2:
		a = 3;
		break;
	default:
		a = 4;
	}
	return n == 1 ? a + b : a;
}

int jumps(int n)
{
	int a, b;

again:
	a = more();
	if (a < 0)
		goto out;
	b = a;
	if (b > n)
		goto again;
	return b;
out:
	return a;
}
