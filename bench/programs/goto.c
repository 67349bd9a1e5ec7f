/* An interpreter: each operation jumps to the next one by a table of labels. */
#include "bench.h"
#include "machine.h"

static unsigned run(const struct instruction *code)
{
	static void *const labels[] = { &&load, &&add, &&sub, &&mul, &&and, &&xor, &&shr, &&move, &&addi, &&jnz, &&jlt, &&jump, &&store, &&fetch, &&halt };
	unsigned r[8] = { 0 };
	const struct instruction *i = code;

#define NEXT do { i++; goto *labels[i->op]; } while (0)
#define GO do { i = code + i->value; goto *labels[i->op]; } while (0)
	goto *labels[i->op];
load:
	r[i->a] = i->value;
	NEXT;
add:
	r[i->a] = r[i->b] + r[i->c];
	NEXT;
sub:
	r[i->a] = r[i->b] - r[i->c];
	NEXT;
mul:
	r[i->a] = r[i->b] * r[i->c];
	NEXT;
and:
	r[i->a] = r[i->b] & r[i->c];
	NEXT;
xor:
	r[i->a] = r[i->b] ^ r[i->c];
	NEXT;
shr:
	r[i->a] = r[i->b] >> (r[i->c] & 31);
	NEXT;
move:
	r[i->a] = r[i->b];
	NEXT;
addi:
	r[i->a] = r[i->b] + i->value;
	NEXT;
jnz:
	if (r[i->a])
		GO;
	NEXT;
jlt:
	if (r[i->a] < r[i->b])
		GO;
	NEXT;
jump:
	GO;
store:
	cells[r[i->b] & 63] = r[i->a];
	NEXT;
fetch:
	r[i->a] = cells[r[i->b] & 63];
	NEXT;
halt:
	return r[i->a];
}

static unsigned work(void)
{
	return run(program);
}
