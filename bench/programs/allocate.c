/* Memory: a first-fit allocator of our own with merging, an arena, and the library's malloc. */
#include "bench.h"

#define POOL 65536

struct block {
	unsigned size;			/* with this header; the lowest bit says "in use" */
	unsigned before;		/* size of the block in front */
};

static _Alignas(8) char pool[POOL];

static struct block *after(struct block *b)
{
	return (struct block *)((char *)b + (b->size & ~1u));
}

static void pool_reset(void)
{
	struct block *first = (struct block *)pool, *end;

	first->size = POOL - sizeof *first;
	first->before = 0;
	end = after(first);
	end->size = 1;
	end->before = first->size;
}

static void *take(unsigned bytes)
{
	unsigned need = (bytes + sizeof(struct block) + 7) & ~7u;

	for (struct block *b = (struct block *)pool; b->size != 1; b = after(b)) {
		if (b->size & 1 || b->size < need)
			continue;
		if (b->size - need >= 2 * sizeof *b) {
			struct block *rest = (struct block *)((char *)b + need);

			rest->size = b->size - need;
			rest->before = need;
			after(rest)->before = rest->size;
			b->size = need;
		}
		b->size |= 1;
		return b + 1;
	}
	return 0;
}

static void give(void *p)
{
	struct block *b = (struct block *)p - 1, *next;

	b->size &= ~1u;
	next = after(b);
	if (!(next->size & 1)) {
		b->size += next->size;
		after(b)->before = b->size;
	}
	if (b->before) {
		struct block *front = (struct block *)((char *)b - b->before);

		if (!(front->size & 1)) {
			front->size += b->size;
			after(front)->before = front->size;
		}
	}
}

struct arena {
	char *at, *end;
};

static void *carve(struct arena *a, unsigned bytes)
{
	char *p = a->at;

	bytes = (bytes + 3) & ~3u;
	if ((unsigned)(a->end - p) < bytes)
		return 0;
	a->at = p + bytes;
	return p;
}

static unsigned work(void)
{
	static void *live[200];
	static char room[20000];
	struct arena arena = { room, room + sizeof room };
	unsigned sum = 0, count = 0;
	int *p;

	pool_reset();
	memset(live, 0, sizeof live);
	for (int i = 0; i < 1500; i++) {
		unsigned slot = noise() % 200;

		if (live[slot]) {
			sum += *(unsigned char *)live[slot];
			give(live[slot]);
			live[slot] = 0;
		} else if ((live[slot] = take(8 + noise() % 200))) {
			*(unsigned char *)live[slot] = i;
			count++;
		}
	}
	while ((p = carve(&arena, 4 + (noise() & 28))))
		*p = count++;
	for (int i = 0; i < 1000; i++) {
		unsigned slot = noise() % 200;
		char *q = malloc(16 + noise() % 100);

		*q = i;
		sum += *q;
		free(q);
		sum += slot;
	}
	return sum * 31 + count + (arena.at - room);
}
