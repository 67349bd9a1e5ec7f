#ifndef SUPPORT_H
#define SUPPORT_H

#include <stddef.h>

/* Memory that is given back all at once. */
struct arena {
	struct block *first;
	size_t left, total;
};

void *arena_get(struct arena *arena, size_t size);
void arena_release(struct arena *arena);

/* Numbers by name. */
struct table {
	struct entry *buckets[32];
	int count;
};

double *table_find(struct table *table, const char *name, struct arena *arena);
void table_walk(const struct table *table, void (*visit)(const char *name, double value, void *context), void *context);

#endif
