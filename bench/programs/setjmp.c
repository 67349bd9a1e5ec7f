/* Errors that leave a recursive descent by longjmp, and many calls of setjmp that nothing comes back to. */
#include "bench.h"
#include <setjmp.h>

static jmp_buf *handler;

static unsigned nested(const unsigned char *text, int *at, int depth)
{
	unsigned sum = 0;

	if (depth > 40)
		longjmp(*handler, depth);
	while (text[*at] != ')') {
		unsigned char c = text[(*at)++];
		if (c == '(')
			sum = sum * 3 + nested(text, at, depth + 1);
		else if (c == '!')
			longjmp(*handler, 1);
		else
			sum = sum * 31 + c;
	}
	(*at)++;
	return sum;
}

static unsigned guarded(const unsigned char *text)
{
	jmp_buf here, *outer = handler;
	int at = 0, code;
	unsigned sum;

	handler = &here;
	if ((code = setjmp(here)) == 0)
		sum = nested(text, &at, 0);
	else
		sum = 7u * code;
	handler = outer;
	return sum;
}

static unsigned work(void)
{
	static unsigned char text[256];
	unsigned sum = 0;

	for (int i = 0; i < 2000; i++) {
		int open = 0, length = 0;
		while (length < 150) {
			unsigned r = noise() % 100;
			if (r < 20)
				text[length++] = '(', open++;
			else if (r < 38 && open > 0)
				text[length++] = ')', open--;
			else if (r == 99)
				text[length++] = '!';
			else
				text[length++] = 'a' + r % 26;
		}
		while (open-- >= 0)
			text[length++] = ')';
		sum = sum * 31 + guarded(text);
	}
	return sum;
}
