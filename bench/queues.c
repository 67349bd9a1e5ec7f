/*
 * What the patch did: a doubly linked queue of free pages for each of two zones, a bitmap of the free pages that grab
 * and release keep up to date, an array from page number to structure. Single pages come from the head of a queue and
 * go to its tail; adjacent pages are the first fit in the bitmap.
 */
#include "pages.h"

struct queue {
	struct page head;
};

static struct queue dma_queue, normal_queue;
static struct page **page_array;
static unsigned *bitmap;
static unsigned page_count, dma_end, free_count, free_minimum;

static void enter_last(struct queue *queue, struct page *page)
{
	struct page *last = queue->head.previous;

	page->next = &queue->head;
	page->previous = last;
	last->next = page;
	queue->head.previous = page;
}

static void remove_from_queue(struct page *page)
{
	page->previous->next = page->next;
	page->next->previous = page->previous;
	page->next = page->previous = 0;
}

static int is_dma(unsigned address)
{
	return address < dma_end << 12;
}

void pages_init(unsigned total, unsigned dma)
{
	struct page *pages = bench_memory(total * sizeof(struct page));

	page_array = bench_memory(total * sizeof(struct page *));
	bitmap = bench_memory((total + 31) / 32 * sizeof(unsigned));
	dma_queue.head.next = dma_queue.head.previous = &dma_queue.head;
	normal_queue.head.next = normal_queue.head.previous = &normal_queue.head;
	page_count = total;
	dma_end = dma;
	for (unsigned i = 0; i < total; i++) {
		pages[i].address = i << 12;
		page_array[i] = &pages[i];
		pages_release(i);
	}
	free_minimum = free_count;
}

static void account(struct page *page)
{
	unsigned n = page->address >> 12;

	page->queue_bits &= ~FREE_BIT;
	bitmap[n / 32] &= ~(1u << n % 32);
	if (--free_count < free_minimum)
		free_minimum = free_count;
}

int pages_grab(void)
{
	struct queue *queue = &normal_queue;
	struct page *page;

	if (queue->head.next == &queue->head)
		queue = &dma_queue;
	page = queue->head.next;
	if (page == &queue->head)
		return -1;
	remove_from_queue(page);
	account(page);
	return page->address >> 12;
}

void pages_release(unsigned number)
{
	struct page *page = page_array[number];

	if (page->queue_bits & FREE_BIT)
		__builtin_trap();
	page->queue_bits |= FREE_BIT;
	enter_last(is_dma(page->address) ? &dma_queue : &normal_queue, page);
	bitmap[number / 32] |= 1u << number % 32;
	free_count++;
}

static int find_run(unsigned first, unsigned end, unsigned count, unsigned align)
{
	unsigned start = (first + align - 1) / align * align;

	while (start + count <= end) {
		unsigned n = 0;

		while (n < count && (bitmap[(start + n) / 32] >> (start + n) % 32 & 1))
			n++;
		if (n == count)
			return start;
		start = (start + n + align) / align * align;
	}
	return -1;
}

int pages_grab_run(unsigned count, unsigned align)
{
	int start = find_run(dma_end, page_count, count, align);

	if (start < 0)
		start = find_run(0, dma_end, count, align);
	if (start < 0)
		return -1;
	for (unsigned i = 0; i < count; i++) {
		struct page *page = page_array[start + i];

		remove_from_queue(page);
		account(page);
	}
	return start;
}

unsigned pages_metadata(unsigned total)
{
	return total * sizeof(struct page *) + (total + 31) / 32 * sizeof(unsigned) + total * 2 * sizeof(struct page *);
}
