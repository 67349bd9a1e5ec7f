/* An interpreter: one switch in a loop. */
#include "bench.h"
#include "machine.h"

static unsigned run(const struct instruction *code)
{
	unsigned r[8] = { 0 };
	const struct instruction *i = code;

	for (;; i++) {
		switch (i->op) {
		case LOAD:
			r[i->a] = i->value;
			break;
		case ADD:
			r[i->a] = r[i->b] + r[i->c];
			break;
		case SUB:
			r[i->a] = r[i->b] - r[i->c];
			break;
		case MUL:
			r[i->a] = r[i->b] * r[i->c];
			break;
		case AND:
			r[i->a] = r[i->b] & r[i->c];
			break;
		case XOR:
			r[i->a] = r[i->b] ^ r[i->c];
			break;
		case SHR:
			r[i->a] = r[i->b] >> (r[i->c] & 31);
			break;
		case MOVE:
			r[i->a] = r[i->b];
			break;
		case ADDI:
			r[i->a] = r[i->b] + i->value;
			break;
		case JNZ:
			if (r[i->a])
				i = code + i->value - 1;
			break;
		case JLT:
			if (r[i->a] < r[i->b])
				i = code + i->value - 1;
			break;
		case JUMP:
			i = code + i->value - 1;
			break;
		case STORE:
			cells[r[i->b] & 63] = r[i->a];
			break;
		case FETCH:
			r[i->a] = cells[r[i->b] & 63];
			break;
		case HALT:
			return r[i->a];
		}
	}
}

static unsigned work(void)
{
	return run(program);
}
