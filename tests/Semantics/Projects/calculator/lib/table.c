#include "support.h"
#include <string.h>

struct entry {
	struct entry *next;
	double value;
	char name[];
};

static unsigned hash(const char *name)
{
	unsigned h = 5381;

	while (*name != 0)
		h = h * 33 ^ (unsigned char)*name++;
	return h % 32;
}

double *table_find(struct table *table, const char *name, struct arena *arena)
{
	struct entry **place = &table->buckets[hash(name)];

	for (; *place != NULL; place = &(*place)->next)
		if (strcmp((*place)->name, name) == 0)
			return &(*place)->value;
	*place = arena_get(arena, sizeof(struct entry) + strlen(name) + 1);
	(*place)->next = NULL;
	(*place)->value = 0;
	strcpy((*place)->name, name);
	table->count++;
	return &(*place)->value;
}

void table_walk(const struct table *table, void (*visit)(const char *, double, void *), void *context)
{
	for (size_t i = 0; i < sizeof table->buckets / sizeof table->buckets[0]; i++)
		for (const struct entry *entry = table->buckets[i]; entry != NULL; entry = entry->next)
			visit(entry->name, entry->value, context);
}
