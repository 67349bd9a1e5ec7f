/* Hash tables: chains for strings, open addressing for numbers, with growth and removal. */
#include "bench.h"

struct entry {
	struct entry *next;
	unsigned hash;
	int count;
	char name[12];
};

#define BUCKETS 512
static struct entry *buckets[BUCKETS];
static struct entry pool[2000];
static int used;

static unsigned hash_of(const char *s)
{
	unsigned h = 5381;

	while (*s)
		h = h * 33 ^ (unsigned char)*s++;
	return h;
}

static struct entry *intern(const char *name)
{
	unsigned h = hash_of(name);
	struct entry **link = &buckets[h % BUCKETS];

	for (; *link; link = &(*link)->next)
		if ((*link)->hash == h && strcmp((*link)->name, name) == 0)
			return *link;
	*link = &pool[used++];
	(*link)->hash = h;
	(*link)->next = 0;
	(*link)->count = 0;
	strcpy((*link)->name, name);
	return *link;
}

struct table {
	unsigned *keys;
	int *values;
	unsigned mask, count;
};

static unsigned slot(const struct table *t, unsigned key)
{
	unsigned i = key * 2654435761u & t->mask;

	while (t->keys[i] && t->keys[i] != key)
		i = (i + 1) & t->mask;
	return i;
}

static void insert(struct table *t, unsigned key, int value);

static void grow(struct table *t)
{
	struct table old = *t;

	t->mask = t->mask * 2 + 1;
	t->count = 0;
	t->keys = calloc(t->mask + 1, sizeof *t->keys);
	t->values = calloc(t->mask + 1, sizeof *t->values);
	for (unsigned i = 0; i <= old.mask; i++)
		if (old.keys[i])
			insert(t, old.keys[i], old.values[i]);
	free(old.keys);
	free(old.values);
}

static void insert(struct table *t, unsigned key, int value)
{
	unsigned i;

	if (t->count * 4 >= t->mask * 3)
		grow(t);
	i = slot(t, key);
	t->count += !t->keys[i];
	t->keys[i] = key;
	t->values[i] += value;
}

static void delete(struct table *t, unsigned key)
{
	unsigned hole = slot(t, key), i = hole;

	if (!t->keys[hole])
		return;
	t->keys[hole] = 0;
	t->count--;
	while (t->keys[i = (i + 1) & t->mask]) {
		unsigned moved = t->keys[i];
		int value = t->values[i];

		t->keys[i] = 0;
		t->values[i] = 0;
		t->count--;
		insert(t, moved, value);
	}
}

static unsigned work(void)
{
	unsigned sum = 0;
	char name[12];
	struct table t = { calloc(16, 4), calloc(16, 4), 15, 0 };

	memset(buckets, 0, sizeof buckets);
	used = 0;
	for (int i = 0; i < 6000; i++) {
		unsigned n = noise() % 1500;
		int length = 0;

		do
			name[length++] = 'a' + n % 26;
		while (n /= 3);
		name[length] = 0;
		sum += ++intern(name)->count;
	}
	for (int i = 0; i < 8000; i++)
		insert(&t, 1 + noise() % 4000, i);
	for (int i = 0; i < 1500; i++)
		delete(&t, 1 + noise() % 4000);
	for (unsigned i = 0; i <= t.mask; i++)
		sum = sum * 7 + t.keys[i] + t.values[i];
	sum += t.count;
	free(t.keys);
	free(t.values);
	return sum;
}
