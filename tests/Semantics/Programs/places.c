#include <stdio.h>
#include <stdlib.h>

/* The value of an assignment is computed before its place: a call in the value may move what the place goes through. */
static int trace, cells[8], total;
struct record { int count; long long sum; unsigned bits : 5; double weight; char *text; };
static struct record records[4], *current = records;
static struct stack { int top; int *values; } stack;

static int mark(int digit)
{
	trace = trace * 10 + digit;
	return digit;
}

static int *cell(int i)
{
	mark(i);
	return &cells[i];
}

static int push(int value)
{
	stack.values = realloc(stack.values, ++stack.top * 4096 * sizeof(int));
	stack.values[stack.top] = value;
	return value;
}

static int add_to_total(int x)
{
	total += x;
	return x;
}

static int advance(int x)
{
	current++;
	return x;
}

static void show(const char *what)
{
	printf("%s %d\n", what, trace);
	trace = 0;
}

int main(void)
{
	char *texts[4] = { "zero", "one", "two", "three" };
	double weights[4] = { 0 };

	cells[mark(1)] = mark(2), show("subscript");
	*cell(1) = mark(2), show("pointer");
	cells[mark(1)] += mark(2), show("compound");
	*cell(1) ^= mark(2) << mark(3), show("operand in parts");
	records[mark(1)].sum += mark(2), show("wide");
	records[mark(1)].bits = mark(2), show("bit-field");
	records[mark(1)].bits += mark(2), show("bit-field, compound");
	records[mark(1)] = records[mark(2)], show("struct");
	weights[mark(1)] += mark(2), show("floating point");
	texts[mark(1)] += mark(2), show("pointer step");
	int chained = cells[mark(3)] = cells[mark(4)] = mark(5);
	show("chain");
	printf("%d %s %g %d\n", chained, texts[1], weights[1], cells[1]);

	total = 1;
	total += add_to_total(5);
	printf("total %d\n", total);
	records[0].count = records[1].count = 0;
	current->count = advance(7);
	current->count += advance(9);
	printf("%d %d %d\n", records[0].count, records[1].count, records[2].count);
	stack.values = malloc(2 * sizeof(int));
	for (int i = 0; i < 6; i++)
		stack.values[0] = push(i);
	printf("%d %d\n", stack.values[0], stack.values[6]);
	return 0;
}
