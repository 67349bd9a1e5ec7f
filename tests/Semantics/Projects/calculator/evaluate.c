#include "calculator.h"
#include <math.h>
#include <string.h>

static const struct function {
	const char *name;
	double (*one)(double);
} functions[] = { { "sqrt", sqrt }, { "floor", floor }, { "abs", fabs } };

static struct result good(double value)
{
	return (struct result){ value, NULL };
}

static struct result bad(const char *error)
{
	return (struct result){ 0, error };
}

static struct result binary(char op, double a, double b)
{
	switch (op) {
	case '+': return good(a + b);
	case '-': return good(a - b);
	case '*': return good(a * b);
	case '/': return b == 0 ? bad("division by zero") : good(a / b);
	case '%': return b == 0 ? bad("division by zero") : good(fmod(a, b));
	case '^': return good(pow(a, b));
	default: return bad("unknown operator");
	}
}

static struct result call(const struct node *node, struct result left, struct result right)
{
	if (strcmp(node->name, "rotate") == 0)
		return good(rotate((unsigned)left.value, (int)right.value));
	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
		if (strcmp(functions[i].name, node->name) == 0)
			return good(functions[i].one(left.value));
	return bad("unknown function");
}

struct result evaluate(const struct node *node, struct table *names, struct arena *arena)
{
	struct result left = node->left ? evaluate(node->left, names, arena) : good(0);
	struct result right = node->right ? evaluate(node->right, names, arena) : good(0);

	if (left.error || right.error)
		return left.error ? left : right;
	switch (node->kind) {
	case Number: return good(node->number);
	case Name: return good(*table_find(names, node->name, arena));
	case Negate: return good(-left.value);
	case Call: return call(node, left, right);
	case Assign: *table_find(names, node->name, arena) = left.value; return left;
	case Binary: return binary(node->op, left.value, right.value);
	}
	return bad("unknown node");
}
