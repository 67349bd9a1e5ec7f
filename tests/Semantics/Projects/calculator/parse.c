#include "calculator.h"
#include "classes.h"
#include <stdlib.h>
#include <string.h>

struct parser {
	const char *at;
	struct arena *arena;
	const char *error;
};

static struct node *sum(struct parser *p);

static struct node *make(struct parser *p, enum kind kind, char op, struct node *left, struct node *right)
{
	struct node *node = arena_get(p->arena, sizeof *node);

	*node = (struct node){ .kind = kind, .op = op, .left = left, .right = right };
	return node;
}

static int next(struct parser *p)
{
	while (classes[(unsigned char)*p->at] == 3)
		p->at++;
	return (unsigned char)*p->at;
}

static int accept(struct parser *p, int c)
{
	if (next(p) != c)
		return 0;
	p->at++;
	return 1;
}

static struct node *fail(struct parser *p, const char *why)
{
	if (p->error == NULL)
		p->error = why;
	return make(p, Number, 0, NULL, NULL);
}

static struct node *name(struct parser *p)
{
	const char *start = p->at;
	struct node *node;
	char *text;

	while (classes[(unsigned char)*p->at] == 1 || classes[(unsigned char)*p->at] == 2)
		p->at++;
	text = arena_get(p->arena, (size_t)(p->at - start) + 1);
	memcpy(text, start, (size_t)(p->at - start));
	text[p->at - start] = 0;
	node = make(p, Name, 0, NULL, NULL);
	node->name = text;
	if (accept(p, '(')) {
		node->kind = Call;
		node->left = sum(p);
		node->right = accept(p, ',') ? sum(p) : NULL;
		if (!accept(p, ')'))
			return fail(p, "')' is missing");
	} else if (accept(p, '=')) {
		node->kind = Assign;
		node->left = sum(p);
	}
	return node;
}

static struct node *primary(struct parser *p)
{
	int c = next(p);

	switch (classes[c]) {
	case 1: {
		struct node *node = make(p, Number, 0, NULL, NULL);
		char *end;

		node->number = strtod(p->at, &end);
		p->at = end;
		return node;
	}
	case 2:
		return name(p);
	}
	if (accept(p, '-'))
		return make(p, Negate, '-', primary(p), NULL);
	if (accept(p, '(')) {
		struct node *inner = sum(p);

		return accept(p, ')') ? inner : fail(p, "')' is missing");
	}
	return fail(p, "a number, a name or '(' is wanted");
}

static struct node *power(struct parser *p)
{
	struct node *left = primary(p);

	return accept(p, '^') ? make(p, Binary, '^', left, power(p)) : left;
}

static struct node *product(struct parser *p)
{
	struct node *left = power(p);
	int op;

	while ((op = next(p)) == '*' || op == '/' || op == '%') {
		p->at++;
		left = make(p, Binary, (char)op, left, power(p));
	}
	return left;
}

static struct node *sum(struct parser *p)
{
	struct node *left = product(p);
	int op;

	while ((op = next(p)) == '+' || op == '-') {
		p->at++;
		left = make(p, Binary, (char)op, left, product(p));
	}
	return left;
}

struct node *parse(const char *text, struct arena *arena, const char **error)
{
	struct parser p = { text, arena, NULL };
	struct node *node = sum(&p);

	if (next(&p) != 0)
		fail(&p, "something is left over");
	*error = p.error;
	return node;
}
