/* A small register machine and its program, for interpreters of two kinds. */
enum op { LOAD, ADD, SUB, MUL, AND, XOR, SHR, MOVE, ADDI, JNZ, JLT, JUMP, STORE, FETCH, HALT };

struct instruction {
	unsigned char op, a, b, c;
	int value;
};

/* Fills 64 cells, adds them up with a twist, 150 times over. */
static const struct instruction program[] = {
	{ LOAD, 0, 0, 0, 150 },
	{ LOAD, 5, 0, 0, 64 },
	{ LOAD, 6, 0, 0, 0 },
	{ LOAD, 7, 0, 0, 3 },
	{ LOAD, 1, 0, 0, 0 },		/* 4: outer */
	{ MUL, 2, 1, 0, 0 },		/* 5: fill */
	{ XOR, 2, 2, 6, 0 },
	{ STORE, 2, 1, 0, 0 },
	{ ADDI, 1, 1, 0, 1 },
	{ JLT, 1, 5, 0, 5 },
	{ LOAD, 1, 0, 0, 0 },
	{ FETCH, 3, 1, 0, 0 },		/* 11: sum */
	{ ADD, 6, 6, 3, 0 },
	{ SHR, 4, 6, 7, 0 },
	{ XOR, 6, 6, 4, 0 },
	{ ADDI, 1, 1, 0, 1 },
	{ SUB, 4, 5, 1, 0 },
	{ JNZ, 4, 0, 0, 11 },
	{ ADDI, 0, 0, 0, -1 },
	{ JNZ, 0, 0, 0, 4 },
	{ MOVE, 0, 6, 0, 0 },
	{ HALT, 0, 0, 0, 0 },
};

static unsigned cells[64];
