/*
 * What every page allocator of the benchmark offers. Page numbers run from 0; no page 0 is handed out by the kernel,
 * but here all are, so that all allocators start with equally many. Each allocator is linked into a program of its own.
 */
#ifndef PAGES_H
#define PAGES_H

/* `total` free pages, the first `dma` of them in the DMA zone. Once. */
void pages_init(unsigned total, unsigned dma);

/* A page of any kind, or -1. */
int pages_grab(void);

/* Adjacent pages, the first a multiple of align, or -1. */
int pages_grab_run(unsigned count, unsigned align);

/* One page back; it was grabbed before. */
void pages_release(unsigned page);

/* Bytes that the allocator needs for so many pages besides struct vm_page. */
unsigned pages_metadata(unsigned total);

/* kmalloc and kfree on pages of the same allocator, or on a pool of their own. */
void *blocks_allocate(unsigned size);
void blocks_free(void *block);

/* Pages that kmalloc has and nobody else can have, when it was asked to give back what it does not need. */
unsigned blocks_held(void);

/* Memory for the allocators' tables, zeroed, for ever. */
void *bench_memory(unsigned bytes);

/* Where the pages are: only kmalloc writes into them. */
char *bench_pages(void);

/* struct vm_page as the kernel has it: 48 bytes. */
struct page {
	struct page *next, *previous;	/* free, active or inactive queue */
	struct page *object_next, *object_previous;
	struct page *hash_next;
	void *object;
	unsigned offset;
	unsigned queue_bits;
	unsigned object_bits;
	unsigned address;
	int page_lock, unlock_request;
};

#define FREE_BIT (1u << 19)	/* in queue_bits */

#endif
