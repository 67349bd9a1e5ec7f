#include "support.h"
#include <stdlib.h>

struct block {
	struct block *next;
	_Alignas(8) char bytes[4096];
};

void *arena_get(struct arena *arena, size_t size)
{
	size = (size + 7) & ~(size_t)7;
	if (size > arena->left) {
		struct block *block = malloc(sizeof *block);

		if (block == NULL || size > sizeof block->bytes)
			abort();
		block->next = arena->first;
		arena->first = block;
		arena->left = sizeof block->bytes;
	}
	arena->left -= size;
	arena->total += size;
	return arena->first->bytes + arena->left;
}

void arena_release(struct arena *arena)
{
	while (arena->first != NULL) {
		struct block *next = arena->first->next;

		free(arena->first);
		arena->first = next;
	}
	arena->left = 0;
}
