/* What C# can say as C does is said so. */
#define TRUE	1
#define FALSE	0
#define LIMIT	0x40
#define FLAG_A	0x100
#define SET(place, n)	((place) = (n))

enum kind { KIND_A, KIND_B };

struct record { enum kind kind; unsigned busy : 1, flags : 12; int count; };

int layout(struct record *r, int n)
{
	/* a comment directly above its statement stays there */
	r->count = n;

	/*
	 * a comment apart
	 * from what is before
	 */
	if (r->busy == 0 && r->kind == KIND_B)
		r->flags |= FLAG_A | 1 << n;	/* a comment behind */

	/* on its own */

	return r->count;
}

int once(int n)
{
	do {
		n++;
	} while (0);
	do {
		if (n > 3)
			break;
		n--;
	} while (0);
	return n;
}

int sizes(char *bytes)
{
	int size = sizeof(struct record);
	short narrow = sizeof(struct record) - 1;
	unsigned many = 3 * sizeof(struct record);

	return size + narrow + many + sizeof(int) + bytes[0];
}

int names(int kind)
{
	switch (kind) {
	case KIND_A:
		return TRUE;
	case KIND_B:
		return LIMIT;
	case 'x':
		return 0x1f;
	}
	return FALSE;
}

char *in_place(char *d, const char *s)
{
	char *start = d;
	int i, j;

	while ((*d++ = *s++))
		;
	for (i = 0, j = 1; i < j; i++, j--)
		start[i] += start[j];
	return *start == '\0' || start[0] == ' ' ? start : 0;
}

int out(int n)
{
	int r;

	if (n)
		goto out;
	n = 3;
out:
	SET(r, n);
	return r;
}
