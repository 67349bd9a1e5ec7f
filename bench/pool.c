/*
 * kmalloc of the glue: blocks with headers in a pool set aside at boot, first fit over all of them, merging when there is
 * no room. Free blocks are found by walking; kfree finds the run of pages by walking too.
 */
#include "pages.h"

#define POOL_BYTES	(2u << 20)
#define CHUNK_BYTES	(64u << 10)
#define SMALLEST	12u

struct block {
	unsigned short free, size;
};

struct run {
	unsigned size;
	struct run *next;
};

static struct run *runs;
static unsigned pool_used;

static struct block *first_block(struct run *run)
{
	return (struct block *) (run + 1);
}

static struct block *next_block(struct block *block)
{
	return (struct block *) ((char *) (block + 1) + block->size);
}

static struct block *end_of(struct run *run)
{
	return (struct block *) ((char *) run + run->size);
}

static struct block *find(unsigned size)
{
	for (struct run *run = runs; run != 0; run = run->next)
		for (struct block *b = first_block(run); b < end_of(run); b = next_block(b))
			if (b->free && b->size >= size)
				return b;
	return 0;
}

static void merge(void)
{
	for (struct run *run = runs; run != 0; run = run->next)
		for (struct block *b = first_block(run); b < end_of(run); b = next_block(b))
			while (b->free && next_block(b) < end_of(run) && next_block(b)->free)
				b->size += sizeof *b + next_block(b)->size;
}

static int grow(unsigned size)
{
	unsigned bytes = 4096;
	struct run *run;

	while (bytes < size + sizeof(struct run) + sizeof(struct block))
		bytes *= 2;
	if (pool_used + bytes > POOL_BYTES || bytes > CHUNK_BYTES)
		return 0;
	run = (struct run *) (bench_pages() + pool_used);
	pool_used += bytes;
	run->size = bytes;
	run->next = runs;
	runs = run;
	first_block(run)->free = 1;
	first_block(run)->size = bytes - sizeof(struct run) - sizeof(struct block);
	return 1;
}

void *blocks_allocate(unsigned size)
{
	struct block *b, *rest;

	size = size < SMALLEST ? SMALLEST : (size + 3) & ~3u;
	b = find(size);
	if (b == 0) {
		merge();
		b = find(size);
	}
	if (b == 0 && grow(size))
		b = find(size);
	if (b == 0)
		return 0;
	if (b->size - size >= sizeof *b + SMALLEST) {
		rest = (struct block *) ((char *) (b + 1) + size);
		rest->free = 1;
		rest->size = b->size - size - sizeof *b;
		b->size = size;
	}
	b->free = 0;
	return b + 1;
}

void blocks_free(void *p)
{
	struct run *run = runs;

	while (run != 0 && ((char *) p < (char *) run || (char *) p >= (char *) end_of(run)))
		run = run->next;
	if (run == 0 || ((struct block *) p)[-1].free)
		__builtin_trap();
	((struct block *) p)[-1].free = 1;
}

/* The pool never shrinks. */
unsigned blocks_held(void)
{
	return POOL_BYTES / 4096;
}
