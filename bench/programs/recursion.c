/* Recursion: Fibonacci, Ackermann, towers, permutations, a maze. */
#include "bench.h"

static int fibonacci(int n)
{
	return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

static int ackermann(int m, int n)
{
	if (m == 0)
		return n + 1;
	if (n == 0)
		return ackermann(m - 1, 1);
	return ackermann(m - 1, ackermann(m, n - 1));
}

static unsigned moves;

static void towers(int count, int from, int to, int by)
{
	if (count == 0)
		return;
	towers(count - 1, from, by, to);
	moves = moves * 3 + from * 2 + to;
	towers(count - 1, by, to, from);
}

static unsigned permute(char *items, int first, int count)
{
	unsigned sum = 0;

	if (first == count)
		return items[0] * 7 + items[count / 2] * 3 + items[count - 1];
	for (int i = first; i < count; i++) {
		char swap = items[first];

		items[first] = items[i];
		items[i] = swap;
		sum = sum * 5 + permute(items, first + 1, count);
		items[i] = items[first];
		items[first] = swap;
	}
	return sum;
}

static char maze[18][18];

static int paths(int x, int y, int left)
{
	int count;

	if (maze[y][x] || left < 0)
		return 0;
	if (x == 8 && y == 8)
		return 1;
	maze[y][x] = 1;
	count = paths(x + 1, y, left - 1) + paths(x, y + 1, left - 1) + paths(x - 1, y, left - 1) + paths(x, y - 1, left - 1);
	maze[y][x] = 0;
	return count;
}

static unsigned work(void)
{
	char items[] = "abcdefg";
	unsigned sum = fibonacci(18) + ackermann(2, 60);

	towers(10, 0, 2, 1);
	sum = sum * 31 + moves + permute(items, 0, 7);
	for (int i = 0; i < 18; i++)
		maze[0][i] = maze[17][i] = maze[i][0] = maze[i][17] = 1;
	return sum * 31 + paths(5, 5, 9);
}
