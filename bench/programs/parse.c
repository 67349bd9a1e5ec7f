/* A parser of expressions by recursive descent, into a tree that is folded and evaluated. */
#include "bench.h"

enum kind { NUMBER, NAME, NEGATE, PLUS, MINUS, TIMES, OVER };

struct tree {
	enum kind kind;
	int value;
	struct tree *left, *right;
};

struct parser {
	const char *at;
	struct tree *free;
};

static struct tree trees[600];
static int names[26];

static struct tree *make(struct parser *p, enum kind kind, int value, struct tree *left, struct tree *right)
{
	struct tree *t = p->free++;

	*t = (struct tree){ kind, value, left, right };
	return t;
}

static struct tree *sum_of(struct parser *p);

static struct tree *unit(struct parser *p)
{
	while (*p->at == ' ')
		p->at++;
	if (*p->at == '(') {
		struct tree *inner;

		p->at++;
		inner = sum_of(p);
		p->at++;
		return inner;
	}
	if (*p->at == '-') {
		p->at++;
		return make(p, NEGATE, 0, unit(p), 0);
	}
	if (*p->at >= '0' && *p->at <= '9') {
		int value = 0;

		do
			value = value * 10 + (*p->at++ - '0');
		while (*p->at >= '0' && *p->at <= '9');
		return make(p, NUMBER, value, 0, 0);
	}
	return make(p, NAME, *p->at++ - 'a', 0, 0);
}

static struct tree *product_of(struct parser *p)
{
	struct tree *left = unit(p);

	for (;;) {
		while (*p->at == ' ')
			p->at++;
		switch (*p->at) {
		case '*':
			p->at++;
			left = make(p, TIMES, 0, left, unit(p));
			break;
		case '/':
			p->at++;
			left = make(p, OVER, 0, left, unit(p));
			break;
		default:
			return left;
		}
	}
}

static struct tree *sum_of(struct parser *p)
{
	struct tree *left = product_of(p);

	while (*p->at == '+' || *p->at == '-') {
		enum kind kind = *p->at++ == '+' ? PLUS : MINUS;

		left = make(p, kind, 0, left, product_of(p));
	}
	return left;
}

static int evaluate(const struct tree *t)
{
	switch (t->kind) {
	case NUMBER:
		return t->value;
	case NAME:
		return names[t->value];
	case NEGATE:
		return -evaluate(t->left);
	case PLUS:
		return evaluate(t->left) + evaluate(t->right);
	case MINUS:
		return evaluate(t->left) - evaluate(t->right);
	case TIMES:
		return evaluate(t->left) * evaluate(t->right);
	case OVER: {
		int by = evaluate(t->right);

		return by ? evaluate(t->left) / by : 0;
	}
	}
	return 0;
}

static int fold(struct tree *t)
{
	int left, right;

	if (t->kind == NUMBER)
		return 1;
	if (t->kind == NAME)
		return 0;
	left = fold(t->left);
	right = !t->right || fold(t->right);
	if (left && right) {
		t->value = evaluate(t);
		t->kind = NUMBER;
		return 1;
	}
	return 0;
}

static char *write_expression(char *to, int depth)
{
	switch (depth ? noise() % 6 : noise() % 2) {
	case 0:
		return to + sprintf(to, "%u", noise() % 100);
	case 1:
		*to++ = 'a' + noise() % 26;
		return to;
	case 2:
		*to++ = '-';
		return write_expression(to, depth - 1);
	case 3:
		*to++ = '(';
		to = write_expression(to, depth - 1);
		*to++ = ')';
		return to;
	default:
		to = write_expression(to, depth - 1);
		*to++ = ' ';
		*to++ = "+-*/"[noise() & 3];
		*to++ = ' ';
		return write_expression(to, depth - 1);
	}
}

static unsigned work(void)
{
	static char texts[16][4000];
	unsigned sum = 0;

	for (int i = 0; i < 26; i++)
		names[i] = noise() % 50 - 25;
	for (int i = 0; i < 16; i++)
		*write_expression(texts[i], 6) = 0;
	for (int round = 0; round < 320; round++) {
		struct parser p = { texts[round & 15], trees };
		struct tree *t = sum_of(&p);

		for (int i = 0; i < 3; i++)
			sum = sum * 31 + evaluate(t);
		fold(t);
		sum = sum * 31 + evaluate(t) + (p.free - trees);
	}
	return sum;
}
