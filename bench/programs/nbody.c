/* Doubles in structs: planets that attract each other, by the leapfrog method. */
#include "bench.h"
#include <math.h>

struct body {
	double x, y, z, vx, vy, vz, mass;
};

#define BODIES 6

static struct body bodies[BODIES];

static void advance(struct body *all, int count, double dt)
{
	for (int i = 0; i < count; i++)
		for (int j = i + 1; j < count; j++) {
			struct body *a = &all[i], *b = &all[j];
			double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
			double square = dx * dx + dy * dy + dz * dz + 0.01;
			double force = dt / (square * sqrt(square));

			a->vx -= dx * b->mass * force;
			a->vy -= dy * b->mass * force;
			a->vz -= dz * b->mass * force;
			b->vx += dx * a->mass * force;
			b->vy += dy * a->mass * force;
			b->vz += dz * a->mass * force;
		}
	for (int i = 0; i < count; i++) {
		all[i].x += dt * all[i].vx;
		all[i].y += dt * all[i].vy;
		all[i].z += dt * all[i].vz;
	}
}

static double energy(const struct body *all, int count)
{
	double e = 0;

	for (int i = 0; i < count; i++) {
		const struct body *b = &all[i];

		e += 0.5 * b->mass * (b->vx * b->vx + b->vy * b->vy + b->vz * b->vz);
		for (int j = i + 1; j < count; j++) {
			double dx = b->x - all[j].x, dy = b->y - all[j].y, dz = b->z - all[j].z;

			e -= b->mass * all[j].mass / sqrt(dx * dx + dy * dy + dz * dz + 0.01);
		}
	}
	return e;
}

static unsigned work(void)
{
	for (int i = 0; i < BODIES; i++) {
		double *field = &bodies[i].x;

		for (int k = 0; k < 6; k++)
			field[k] = (int)(noise() % 2000 - 1000) / 500.0;
		bodies[i].mass = 1 + noise() % 10;
	}
	for (int step = 0; step < 1000; step++)
		advance(bodies, BODIES, 0.001);
	return (unsigned)(int)(energy(bodies, BODIES) * 1000);
}
