/*
 * What stood before the patch: one list of free pages, last in, first out. For adjacent pages a bit array is built from
 * the list, searched from its start, and the list walked once more to take the pages out.
 */
#include "pages.h"

static struct page *pages, *free_list;
static unsigned page_count, free_count, free_minimum;
static unsigned *scratch;

void pages_init(unsigned total, unsigned dma)
{
	(void) dma;
	pages = bench_memory(total * sizeof(struct page));
	scratch = bench_memory((total + 31) / 32 * sizeof(unsigned));
	page_count = total;
	for (unsigned i = total; i > 0; i--) {
		pages[i - 1].address = (i - 1) << 12;
		pages_release(i - 1);
	}
	free_minimum = free_count;
}

static void account(struct page *page)
{
	page->queue_bits &= ~FREE_BIT;
	if (--free_count < free_minimum)
		free_minimum = free_count;
}

int pages_grab(void)
{
	struct page *page = free_list;

	if (page == 0)
		return -1;
	free_list = page->next;
	account(page);
	return page->address >> 12;
}

void pages_release(unsigned number)
{
	struct page *page = &pages[number];

	if (page->queue_bits & FREE_BIT)
		__builtin_trap();
	page->queue_bits |= FREE_BIT;
	page->next = free_list;
	free_list = page;
	free_count++;
}

static int is_free(unsigned n)
{
	return scratch[n / 32] >> n % 32 & 1;
}

static int find_run(unsigned count, unsigned align)
{
	for (unsigned start = 0; start + count <= page_count;) {
		unsigned n = 0;

		while (n < count && is_free(start + n))
			n++;
		if (n == count)
			return start;
		start += n + 1;
		start = (start + align - 1) / align * align;
	}
	return -1;
}

int pages_grab_run(unsigned count, unsigned align)
{
	struct page **link;
	int start;

	for (unsigned i = 0; i < (page_count + 31) / 32; i++)
		scratch[i] = 0;
	for (struct page *page = free_list; page != 0; page = page->next)
		scratch[page->address >> 17] |= 1u << (page->address >> 12) % 32;
	start = find_run(count, align);
	if (start < 0)
		return -1;
	for (link = &free_list; *link != 0;) {
		struct page *page = *link;

		if ((page->address >> 12) - start < count) {
			*link = page->next;
			account(page);
		} else
			link = &page->next;
	}
	return start;
}

unsigned pages_metadata(unsigned total)
{
	return (total + 31) / 32 * sizeof(unsigned);
}
