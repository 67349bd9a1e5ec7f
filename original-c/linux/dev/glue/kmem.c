/*
 *	kmem.c: memory for the Linux drivers: kmalloc, __get_free_pages, vmalloc.
 *
 *	Drivers allocate at interrupt level and with interrupts off, so nothing
 *	here may block but the vmalloc family.  All pages come from a pool that
 *	is set aside while the system boots: MEM_CHUNKS chunks of 64 KiB, each on
 *	a 64 KiB line below 16 MiB.  Whatever lies inside one chunk suits the ISA
 *	DMA controller, therefore GFP_DMA needs no special care.
 *
 *	kmalloc carves its blocks out of runs of these pages:
 *
 *	    page:  pagehdr | blkhdr | block | blkhdr | block | ... end
 *
 *	Lists and bitmaps are protected by turning interrupts off.
 */
#define MACH_INCLUDE
#include <mach/kern_return.h>
#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/kalloc.h>
#include <vm/vm_page.h>
#include <vm/vm_kern.h>
#include <vm/pmap.h>

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/malloc.h>
#include <linux/glue.h>
#include <asm/dma.h>
#include <asm/system.h>

/* The pool: chunks of 16 pages, the reach of one 8-bit DMA transfer. */
#define MEM_CHUNK_SIZE	(64 * 1024)
#define MEM_CHUNKS	7
#define CHUNK_PAGES	(MEM_CHUNK_SIZE / PAGE_SIZE)

/* Smallest block that kmalloc hands out. */
#define MIN_ALLOC	12

/* In front of every block; size does not count the header. */
struct blkhdr {
	unsigned short free;
	unsigned short size;
};

/* In front of every run of pages that kmalloc has. */
struct pagehdr {
	unsigned size;			/* of the run, a multiple of a page */
	struct pagehdr *next;
};

struct chunkhdr {
	unsigned long start;
	unsigned long end;
	unsigned long bitmap;		/* bit n: page n is free */
};

/* Largest block: a whole chunk but for the headers.  It also is what the
   16 bits of blkhdr.size can say. */
#define MAX_ALLOC \
	(MEM_CHUNK_SIZE - sizeof(struct pagehdr) - sizeof(struct blkhdr))

static struct chunkhdr pages_free[MEM_CHUNKS];
static struct pagehdr *memlist;		/* kmalloc's runs, newest first */

int num_block_coalesce = 0;		/* merging passes for want of a block */
int num_page_collect = 0;		/* collections for want of pages */
int linux_mem_avail = 0;		/* free pages of the pool */

/* First block of a run, block after a block, end of a run. */
#define FIRST_BLOCK(ph)	((struct blkhdr *) ((ph) + 1))
#define NEXT_BLOCK(bh) \
	((struct blkhdr *) ((char *) ((bh) + 1) + (bh)->size))
#define RUN_END(ph)	((struct blkhdr *) ((char *) (ph) + (ph)->size))

/*
 *	Set the pool aside.  Called once, while memory is still whole.
 */
void
linux_kmem_init(void)
{
	struct vm_page *pages;
	struct chunkhdr *chunk;

	for (chunk = pages_free; chunk < pages_free + MEM_CHUNKS; chunk++) {
		chunk->start = alloc_contig_mem(MEM_CHUNK_SIZE, MAX_DMA_ADDRESS,
						0xffff, &pages);
		assert(chunk->start != 0);
		assert((chunk->start & 0xffff) == 0);
		chunk->end = chunk->start + MEM_CHUNK_SIZE;
		assert(_kvtophys(chunk->end) <= MAX_DMA_ADDRESS);
		chunk->bitmap = (1UL << CHUNK_PAGES) - 1;
	}
	linux_mem_avail = MEM_CHUNKS * CHUNK_PAGES;
}

/*
 *	Smallest order such that 2^order pages hold size bytes.
 */
static unsigned long
get_page_order(int size)
{
	unsigned long order = 0;

	while ((PAGE_SIZE << order) < size)
		order++;
	return order;
}

#ifdef LINUX_DEV_DEBUG
/*
 *	Panic unless the blocks of every run tile it.
 */
static void
check_page_list(int line)
{
	struct pagehdr *ph;
	struct blkhdr *bh;

	for (ph = memlist; ph != NULL; ph = ph->next) {
		for (bh = FIRST_BLOCK(ph); bh < RUN_END(ph);
		     bh = NEXT_BLOCK(bh))
			if (bh->free > 1 || bh->size < MIN_ALLOC)
				break;
		if (bh != RUN_END(ph))
			panic("%s:%d: kmalloc's run at %p is broken",
			      __FILE__, line, (void *) ph);
	}
}
#else
#define check_page_list(line)
#endif

/*
 *	Merge neighbouring free blocks in every run.  Interrupts are off.
 */
static void
coalesce_blocks(void)
{
	struct pagehdr *ph;
	struct blkhdr *bh, *next;

	num_block_coalesce++;
	for (ph = memlist; ph != NULL; ph = ph->next) {
		for (bh = FIRST_BLOCK(ph); bh < RUN_END(ph);
		     bh = NEXT_BLOCK(bh)) {
			if (!bh->free)
				continue;
			while ((next = NEXT_BLOCK(bh)) < RUN_END(ph)
			       && next->free)
				bh->size += sizeof(struct blkhdr) + next->size;
		}
	}
	check_page_list(__LINE__);
}

/*
 *	First fit: a free block of at least size bytes, cut to size, or null.
 *	Interrupts are off.
 */
static struct blkhdr *
find_block(int size)
{
	struct pagehdr *ph;
	struct blkhdr *bh, *rest;

	for (ph = memlist; ph != NULL; ph = ph->next) {
		for (bh = FIRST_BLOCK(ph); bh < RUN_END(ph);
		     bh = NEXT_BLOCK(bh))
			if (bh->free && bh->size >= size)
				goto found;
	}
	return NULL;

found:
	/* What is left becomes a block if it can hold the smallest one. */
	if (bh->size - size >= (int) (sizeof(struct blkhdr) + MIN_ALLOC)) {
		rest = (struct blkhdr *) ((char *) (bh + 1) + size);
		rest->free = 1;
		rest->size = bh->size - size - sizeof(struct blkhdr);
		bh->size = size;
	}
	bh->free = 0;
	return bh;
}

/*
 *	Get a new run of pages that holds a block of size bytes and put it on
 *	the list as one free block.  Interrupts are off.
 */
static int
grow_memlist(int size)
{
	unsigned long order, addr;
	struct pagehdr *ph;

	size += sizeof(struct pagehdr) + sizeof(struct blkhdr);
	order = get_page_order(size);
	addr = __get_free_pages(GFP_KERNEL, order, ~0);
	if (addr == 0)
		return 0;

	ph = (struct pagehdr *) addr;
	ph->size = PAGE_SIZE << order;
	ph->next = memlist;
	memlist = ph;
	FIRST_BLOCK(ph)->free = 1;
	FIRST_BLOCK(ph)->size = ph->size - sizeof(struct pagehdr)
				- sizeof(struct blkhdr);
	return 1;
}

/*
 *	Allocate size bytes, aligned to 4, or null.  Never blocks; any context.
 *	The priority does not matter: every block is good for DMA.
 */
void *
linux_kmalloc(unsigned int size, int priority)
{
	unsigned long flags;
	struct blkhdr *bh;

	if (size > MAX_ALLOC) {
		printk(KERN_WARNING "kmalloc: %u bytes are too many\n", size);
		return NULL;
	}
	if (size < MIN_ALLOC)
		size = MIN_ALLOC;
	else
		size = (size + sizeof(int) - 1) & ~(sizeof(int) - 1);

	save_flags(flags);
	cli();
	bh = find_block(size);
	if (bh == NULL) {
		coalesce_blocks();
		bh = find_block(size);
	}
	if (bh == NULL && grow_memlist(size))
		bh = find_block(size);
	check_page_list(__LINE__);
	restore_flags(flags);

	return bh == NULL ? NULL : (void *) (bh + 1);
}

/*
 *	Give a block back.  Any context.
 */
void
linux_kfree(void *p)
{
	unsigned long flags;
	struct pagehdr *ph;
	struct blkhdr *bh;

	assert(((unsigned long) p & (sizeof(int) - 1)) == 0);

	save_flags(flags);
	cli();
	for (ph = memlist; ph != NULL; ph = ph->next)
		if ((char *) p >= (char *) FIRST_BLOCK(ph)
		    && (char *) p < (char *) RUN_END(ph))
			break;
	assert(ph != NULL);

	bh = (struct blkhdr *) p - 1;
	assert(!bh->free);
	assert(bh->size >= MIN_ALLOC);
	assert((bh->size & (sizeof(int) - 1)) == 0);
	bh->free = 1;
	check_page_list(__LINE__);
	restore_flags(flags);
}

/*
 *	Return to the pool every run in which no block is busy.  Interrupts are
 *	off.
 */
static void
collect_kmalloc_pages(void)
{
	struct pagehdr *ph, **prev_ph;
	struct blkhdr *bh;

	coalesce_blocks();
	prev_ph = &memlist;
	while ((ph = *prev_ph) != NULL) {
		bh = FIRST_BLOCK(ph);
		if (bh->free && NEXT_BLOCK(bh) == RUN_END(ph)) {
			*prev_ph = ph->next;
			free_pages((unsigned long) ph,
				   get_page_order(ph->size));
		} else
			prev_ph = &ph->next;
	}
}

/*
 *	First run of n free pages in the chunks, taken, or 0.  It may start at
 *	any page of a chunk.  Interrupts are off.
 */
static unsigned long
find_pages(int n)
{
	struct chunkhdr *chunk;
	unsigned long run;
	int page;

	for (chunk = pages_free; chunk < pages_free + MEM_CHUNKS; chunk++) {
		run = (1UL << n) - 1;
		for (page = 0; page + n <= CHUNK_PAGES; page++, run <<= 1)
			if ((chunk->bitmap & run) == run) {
				chunk->bitmap &= ~run;
				return chunk->start + page * PAGE_SIZE;
			}
	}
	return 0;
}

/*
 *	Allocate 2^order adjacent pages and return their address, or 0.  Never
 *	blocks; any context.  All pages are good for DMA, wished or not.
 */
unsigned long
__get_free_pages(int priority, unsigned long order, int dma)
{
	unsigned long flags, addr;

	assert((PAGE_SIZE << order) <= MEM_CHUNK_SIZE);

	save_flags(flags);
	cli();
	addr = find_pages(1 << order);
	if (addr == 0) {
		/* kmalloc may sit on pages that it does not use. */
		num_page_collect++;
		collect_kmalloc_pages();
		addr = find_pages(1 << order);
	}
	if (addr != 0)
		linux_mem_avail -= 1 << order;
	restore_flags(flags);

	if (addr == 0)
		printk("%s:%d: __get_free_pages: ran out of pages\n",
		       __FILE__, __LINE__);
	return addr;
}

/*
 *	Give 2^order pages back.  Any context.
 */
void
free_pages(unsigned long addr, unsigned long order)
{
	struct chunkhdr *chunk;
	unsigned long flags, run;

	assert((addr & PAGE_MASK) == 0);
	for (chunk = pages_free; chunk < pages_free + MEM_CHUNKS; chunk++)
		if (addr >= chunk->start && addr < chunk->end)
			break;
	assert(chunk < pages_free + MEM_CHUNKS);

	run = (1UL << (1 << order)) - 1;
	run <<= (addr - chunk->start) >> PAGE_SHIFT;

	save_flags(flags);
	cli();
	assert((chunk->bitmap & run) == 0);
	chunk->bitmap |= run;
	linux_mem_avail += 1 << order;
	restore_flags(flags);
}

/*
 *	What vmalloc and vremap have given out.  Thread context only, so the
 *	list needs no protection: kernel threads do not preempt each other.
 */
struct vmalloc_struct {
	struct vmalloc_struct *prev;
	struct vmalloc_struct *next;
	vm_offset_t start;
	vm_size_t size;
};

static struct vmalloc_struct vmalloc_list = {
	&vmalloc_list, &vmalloc_list, 0, 0
};

/*
 *	Remember a range.
 */
static void
vmalloc_list_insert(vm_offset_t start, vm_size_t size)
{
	struct vmalloc_struct *p;

	p = (struct vmalloc_struct *) kalloc(sizeof *p);
	if (p == NULL)
		panic("vmalloc: no memory for a list element");
	p->start = start;
	p->size = size;
	p->prev = vmalloc_list.prev;
	p->next = &vmalloc_list;
	p->prev->next = p;
	vmalloc_list.prev = p;
}

/*
 *	The range that starts at an address, or null.
 */
static struct vmalloc_struct *
vmalloc_list_lookup(vm_offset_t start)
{
	struct vmalloc_struct *p;

	for (p = vmalloc_list.next; p != &vmalloc_list; p = p->next)
		if (p->start == start)
			return p;
	return NULL;
}

/*
 *	Allocate wired memory that is contiguous in virtual space only.  May
 *	block.
 */
void *
vmalloc(unsigned long size)
{
	vm_offset_t addr;

	if (size == 0)
		return NULL;
	size = round_page(size);
	if (kmem_alloc_wired(kernel_map, &addr, size) != KERN_SUCCESS)
		return NULL;
	vmalloc_list_insert(addr, size);
	return (void *) addr;
}

/*
 *	Free what vmalloc or vremap returned.  May block.
 */
void
vfree(void *addr)
{
	struct vmalloc_struct *p;

	p = vmalloc_list_lookup((vm_offset_t) addr);
	if (p == NULL)
		panic("vfree: %p was not allocated by vmalloc", addr);
	kmem_free(kernel_map, p->start, p->size);
	p->prev->next = p->next;
	p->next->prev = p->prev;
	kfree((vm_offset_t) p, sizeof *p);
}

/*
 *	Map a device's memory at a new kernel address, uncached.  May block.
 *	Both arguments are rounded outward to pages; null for no space.
 */
void *
vremap(unsigned long offset, unsigned long size)
{
	vm_offset_t addr, start = trunc_page(offset);

	size = round_page(offset + size) - start;
	if (kmem_alloc_pageable(kernel_map, &addr, size) != KERN_SUCCESS)
		return NULL;
	(void) pmap_map_bd(addr, start, start + size,
			   VM_PROT_READ | VM_PROT_WRITE);
	vmalloc_list_insert(addr, size);
	return (void *) (addr + (offset - start));
}
