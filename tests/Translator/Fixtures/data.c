/* Data is laid down by the assembler, under C's names. */
struct entry { const char *name; int (*run)(int); unsigned short flags; };

static int twice(int x) { return 2 * x; }
int thrice(int x) { return 3 * x; }

static const struct entry table[] = {
	{ "twice", twice, 1 },
	{ .run = thrice, .name = "thrice" },
};

int		counter = 7;
static char	buffer[16];
int		tentative;
int		matrix[2][3] = { { 1, 2, 3 }, { [2] = 6 } };
int		*second = &matrix[1][2];
const char	text[] = "a\tb\"\001";
double		half = 0.5;

int use(int i)
{
	static int calls;

	calls++;
	buffer[0] = text[i];
	return table[i].run(counter) + *second + tentative;
}
