/* Doubles in registers: the Mandelbrot set; the same in float; conversions to and from integers. */
#include "bench.h"

#define SIZE 40
#define LIMIT 60

static int steps(double re, double im)
{
	double x = 0, y = 0;
	int n = 0;

	while (n < LIMIT && x * x + y * y <= 4) {
		double t = x * x - y * y + re;

		y = 2 * x * y + im;
		x = t;
		n++;
	}
	return n;
}

static int steps_float(float re, float im)
{
	float x = 0, y = 0;

	for (int n = 0; n < LIMIT; n++) {
		float xx = x * x, yy = y * y;

		if (xx + yy > 4)
			return n;
		y = 2 * x * y + im;
		x = xx - yy + re;
	}
	return LIMIT;
}

static unsigned char clamp(double v)
{
	int i = (int)(v * 255);

	return i < 0 ? 0 : i > 255 ? 255 : i;
}

static unsigned work(void)
{
	static unsigned char image[SIZE][SIZE];
	unsigned sum = 0;

	for (int i = 0; i < SIZE; i++)
		for (int j = 0; j < SIZE; j++) {
			double re = j * 3.0 / SIZE - 2, im = i * 2.0 / SIZE - 1;

			image[i][j] = clamp((double)steps(re, im) / LIMIT);
			sum += steps_float((float)re, (float)im);
		}
	for (int i = 1; i < SIZE - 1; i++)
		for (int j = 1; j < SIZE - 1; j++) {
			float smooth = 0.25f * image[i][j] + 0.125f * (image[i - 1][j] + image[i + 1][j] + image[i][j - 1] + image[i][j + 1]);

			sum = sum * 3 + (unsigned)smooth + (unsigned)(long long)(smooth * 16.0);
		}
	return sum;
}
