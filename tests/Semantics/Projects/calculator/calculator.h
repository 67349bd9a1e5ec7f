#ifndef CALCULATOR_H
#define CALCULATOR_H

#include "lib/support.h"

enum kind { Number, Name, Negate, Call, Binary, Assign };

struct node {
	enum kind kind;
	char op;
	union {
		double number;
		const char *name;
	};
	struct node *left, *right;
};

struct result {
	double value;
	const char *error;
};

struct node *parse(const char *text, struct arena *arena, const char **error);
struct result evaluate(const struct node *node, struct table *names, struct arena *arena);
unsigned rotate(unsigned value, int by);

#endif
