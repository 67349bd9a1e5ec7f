/* Structs by value: small ones as arguments and results, larger ones copied, arrays of them moved. */
#include "bench.h"

struct point {
	int x, y;
};

struct vector {
	double x, y, z;
};

struct record {
	int id;
	struct point corner[4];
	char name[28];
	struct record *next;
};

#define RECORDS 64
static struct record records[RECORDS];

static struct point add(struct point a, struct point b)
{
	return (struct point){ a.x + b.x, a.y + b.y };
}

static struct point turned(struct point p)
{
	struct point result = { -p.y, p.x };

	return result;
}

static struct vector scaled(struct vector v, double by)
{
	return (struct vector){ v.x * by, v.y * by, v.z * by };
}

static struct vector cross(struct vector a, struct vector b)
{
	struct vector r;

	r.x = a.y * b.z - a.z * b.y;
	r.y = a.z * b.x - a.x * b.z;
	r.z = a.x * b.y - a.y * b.x;
	return r;
}

static struct record moved(struct record r, struct point by)
{
	for (int i = 0; i < 4; i++)
		r.corner[i] = add(r.corner[i], by);
	return r;
}

static void rotate(struct record *all, int count)
{
	struct record first = all[0];

	for (int i = 0; i + 1 < count; i++)
		all[i] = all[i + 1];
	all[count - 1] = first;
}

static unsigned work(void)
{
	struct point p = { 3, 4 };
	struct vector v = { 1, 2, 3 }, w = { 0.5, -1, 0.25 };
	unsigned sum = 0;

	for (int i = 0; i < RECORDS; i++) {
		memset(&records[i], 0, sizeof records[i]);
		records[i].id = noise();
		records[i].corner[i & 3] = (struct point){ i, -i };
	}
	for (int i = 0; i < 3000; i++) {
		p = add(turned(p), (struct point){ i & 7, 1 });
		sum = sum * 5 + p.x - p.y;
	}
	for (int i = 0; i < 1000; i++) {
		v = cross(scaled(v, 0.75), w);
		v.x += 1;
		sum += (int)(v.x * 100);
	}
	for (int i = 0; i < 1000; i++)
		records[i % RECORDS] = moved(records[i * 7 % RECORDS], p);
	for (int i = 0; i < 20; i++)
		rotate(records, RECORDS);
	for (int i = 0; i < RECORDS; i++)
		sum = sum * 31 + records[i].id + records[i].corner[2].x;
	return sum;
}
