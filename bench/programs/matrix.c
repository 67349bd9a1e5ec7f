/* Matrices: products of int and double, a transposition, Gaussian elimination, the distance of two words. */
#include "bench.h"

#define N 40

static int a[N][N], b[N][N], c[N][N];
static double x[N][N], y[N][N], z[N][N];

static void multiply_int(void)
{
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++) {
			int sum = 0;

			for (int k = 0; k < N; k++)
				sum += a[i][k] * b[k][j];
			c[i][j] = sum;
		}
}

static void multiply_double(int n, double to[n][n], double from[n][n], double by[n][n])
{
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++) {
			double sum = 0;

			for (int k = 0; k < n; k++)
				sum += from[i][k] * by[k][j];
			to[i][j] = sum;
		}
}

static void transpose(int *to, const int *from, int rows, int columns)
{
	for (int i = 0; i < rows; i++)
		for (int j = 0; j < columns; j++)
			to[j * rows + i] = from[i * columns + j];
}

static double determinant(double m[N][N])
{
	double product = 1;

	for (int i = 0; i < N; i++) {
		double *pivot = m[i];

		product *= pivot[i];
		for (int j = i + 1; j < N; j++) {
			double factor = m[j][i] / pivot[i];

			for (int k = i; k < N; k++)
				m[j][k] -= factor * pivot[k];
		}
	}
	return product;
}

static int distance(const char *s, int m, const char *t, int n)
{
	static int cost[101][101];

	for (int i = 0; i <= m; i++)
		cost[i][0] = i;
	for (int j = 0; j <= n; j++)
		cost[0][j] = j;
	for (int i = 1; i <= m; i++)
		for (int j = 1; j <= n; j++) {
			int best = cost[i - 1][j - 1] + (s[i - 1] != t[j - 1]);

			if (cost[i - 1][j] + 1 < best)
				best = cost[i - 1][j] + 1;
			if (cost[i][j - 1] + 1 < best)
				best = cost[i][j - 1] + 1;
			cost[i][j] = best;
		}
	return cost[m][n];
}

static unsigned work(void)
{
	unsigned sum = 0;
	char s[100], t[100];

	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++) {
			a[i][j] = noise() % 100;
			b[i][j] = noise() % 100;
			x[i][j] = noise() % 1000 / 1000.0 + (i == j) * N;
			y[i][j] = noise() % 1000 / 1000.0;
		}
	multiply_int();
	transpose(&a[0][0], &c[0][0], N, N);
	multiply_int();
	multiply_double(N, z, x, y);
	for (int i = 0; i < N; i++)
		sum = sum * 31 + c[i][N - 1 - i] + (int)(z[i][i] * 1000);
	for (int i = 0; i < 100; i++) {
		s[i] = 'a' + noise() % 4;
		t[i] = 'a' + noise() % 4;
	}
	sum += (unsigned)distance(s, 100, t, 100);
	return sum + (determinant(x) > 0);
}
