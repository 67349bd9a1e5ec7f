/*
 *	vm/vm_resident.c
 *
 *	Resident memory: the page structures, the free list, the table that
 *	finds the page at a given offset of a given object, and the active
 *	and inactive queues.
 *
 *	Lock order: object, page queues, free list.  On one processor the
 *	locks generate no code, and nothing here may be called from an
 *	interrupt handler.
 */

#include <mach/vm_param.h>
#include <mach/vm_prot.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/printf.h>
#include <kern/sched_prim.h>
#include <kern/thread.h>
#include <kern/zalloc.h>
#include <vm/pmap.h>
#include <vm/vm_kern.h>
#include <vm/vm_map.h>
#include <vm/vm_object.h>
#include <vm/vm_page.h>

/*
 *	The window of kernel virtual memory that pmap_steal_memory eats
 *	from the front.  Equal bounds mean that it was not asked for yet.
 */
static vm_offset_t virtual_space_start;
static vm_offset_t virtual_space_end;

/*
 *	The object/offset table: a hash of bucket chains.
 */
typedef struct {
	vm_page_t	pages;
} vm_page_bucket_t;

vm_page_bucket_t	*vm_page_buckets;	/* the chains */
unsigned int		vm_page_bucket_count = 0; /* how many, a power of two */
unsigned int		vm_page_hash_mask;	/* that many less one */
decl_simple_lock_data(,	bucket_lock)

#define	vm_page_hash(object, offset) \
	(((unsigned int) (vm_offset_t) (object) + \
	  (unsigned int) atop(offset)) & vm_page_hash_mask)

/*
 *	Every new page structure is a copy of this.
 */
struct vm_page	vm_page_template;

/*
 *	The free list is last in, first out: a page just released is the
 *	most likely to be still in the cache.
 */
vm_page_t	vm_page_queue_free;
vm_page_t	vm_page_queue_fictitious;
decl_simple_lock_data(,	vm_page_queue_free_lock)
unsigned int	vm_page_free_wanted;
int		vm_page_free_count;
int		vm_page_fictitious_count;
int		vm_page_external_count;
unsigned int	vm_page_free_count_minimum;

/*
 *	The address a fictitious page pretends to have; no page of memory
 *	is there.
 */
vm_offset_t	vm_page_fictitious_addr = (vm_offset_t) -1;

/*
 *	The pageout queues, oldest page first.
 */
queue_head_t	vm_page_queue_active;
queue_head_t	vm_page_queue_inactive;
decl_simple_lock_data(,	vm_page_queue_lock)
int		vm_page_active_count;
int		vm_page_inactive_count;
int		vm_page_wire_count;
int		vm_page_laundry_count;

/*
 *	The daemon's thresholds.  Until the daemon sets them they are zero,
 *	so that during boot no allocation is ever refused.
 */
int		vm_page_free_target = 0;
int		vm_page_free_min = 0;
int		vm_page_inactive_target = 0;
int		vm_page_free_reserved = 0;
int		vm_page_external_limit = 0;

boolean_t	vm_page_deactivate_behind = TRUE;
boolean_t	vm_page_deactivate_hint = TRUE;

/*
 *	Highest page number of the machine.  Whoever asks for contiguous
 *	pages has to set it first.
 */
vm_size_t	vm_page_big_pagenum = 0;

static zone_t	vm_page_zone;		/* structures made after boot */
static int	vm_page_fictitious_quantum = 5;

/*
 *	vm_page_hash_size:
 *
 *	Decide on the number of buckets: about one per page, a power of two
 *	so that the hash can mask.
 */
static void
vm_page_hash_size(void)
{
	if (vm_page_bucket_count == 0) {
		unsigned int npages = pmap_free_pages();

		vm_page_bucket_count = 1;
		while (vm_page_bucket_count < npages)
			vm_page_bucket_count <<= 1;
	}

	vm_page_hash_mask = vm_page_bucket_count - 1;

	if (vm_page_hash_mask & vm_page_bucket_count)
		printf("vm_page_bootstrap: WARNING -- strange page hash\n");
}

/*
 *	vm_page_bootstrap:
 *
 *	Steal what has to exist before the page structures do, then
 *	make those and put all that is left of the memory on the free
 *	list.  Returns the kernel virtual memory that is still unused.
 */
void
vm_page_bootstrap(
	vm_offset_t	*startp,
	vm_offset_t	*endp)
{
	vm_page_t	m = &vm_page_template;
	unsigned int	i;

	/*
	 *	All fields of the template are zero, but for busy: whoever
	 *	grabs a page owns it, and says so to others by that bit.
	 */
	m->busy = TRUE;
	m->page_lock = VM_PROT_NONE;
	m->unlock_request = VM_PROT_NONE;

	simple_lock_init(&vm_page_queue_free_lock);
	simple_lock_init(&vm_page_queue_lock);
	simple_lock_init(&bucket_lock);

	vm_page_queue_free = VM_PAGE_NULL;
	vm_page_queue_fictitious = VM_PAGE_NULL;
	queue_init(&vm_page_queue_active);
	queue_init(&vm_page_queue_inactive);
	vm_page_free_wanted = 0;

	/*
	 *	Storage for the first map entries and the first zones.
	 */
	kentry_data_size = kentry_count * sizeof(struct vm_map_entry);
	kentry_data = pmap_steal_memory(kentry_data_size);
	zdata = pmap_steal_memory(zdata_size);

	vm_page_hash_size();
	vm_page_buckets = (vm_page_bucket_t *)
		pmap_steal_memory(vm_page_bucket_count *
				  sizeof(vm_page_bucket_t));
	for (i = 0; i < vm_page_bucket_count; i++)
		vm_page_buckets[i].pages = VM_PAGE_NULL;

	pmap_startup(startp, endp);

	*startp = round_page(*startp);
	*endp = trunc_page(*endp);

	vm_page_free_count_minimum = vm_page_free_count;
}

/*
 *	pmap_steal_memory:
 *
 *	Take memory for good before there is anything to allocate it with:
 *	virtual addresses from the front of the kernel's window, physical
 *	pages from the machine.  The memory is not cleared.
 */
vm_offset_t
pmap_steal_memory(
	vm_size_t	size)
{
	vm_offset_t	addr, vaddr, paddr;

	/*
	 *	Word alignment is enough for all who call.
	 */
	size = (size + sizeof(int) - 1) & ~(sizeof(int) - 1);

	if (virtual_space_start == virtual_space_end) {
		pmap_virtual_space(&virtual_space_start, &virtual_space_end);
		virtual_space_start = round_page(virtual_space_start);
		virtual_space_end = trunc_page(virtual_space_end);
	}

	addr = virtual_space_start;
	virtual_space_start += size;

	/*
	 *	The page in which addr lies has its memory already, unless
	 *	addr is its first byte.
	 */
	for (vaddr = round_page(addr); vaddr < addr + size;
	     vaddr += PAGE_SIZE) {
		if (!pmap_next_page(&paddr))
			panic("pmap_steal_memory");

		/*
		 *	Not wired: there is no structure for this page, so
		 *	nobody could ever take it away.
		 */
		pmap_enter(kernel_pmap, vaddr, paddr,
			   VM_PROT_READ | VM_PROT_WRITE, FALSE);
	}

	return addr;
}

/*
 *	pmap_startup:
 *
 *	Make a page structure for each page of memory that is left, and
 *	release them all.
 */
void
pmap_startup(
	vm_offset_t	*startp,
	vm_offset_t	*endp)
{
	unsigned int	i, npages, pages_initialized;
	vm_page_t	pages;
	vm_offset_t	paddr;

	/*
	 *	The structures come out of the memory they describe, so each
	 *	page costs its size and that of its structure.  The rest of
	 *	the page that stealing has broken into comes for free.
	 */
	npages = ((PAGE_SIZE * pmap_free_pages() +
		   (round_page(virtual_space_start) - virtual_space_start)) /
		  (PAGE_SIZE + sizeof *pages));

	pages = (vm_page_t) pmap_steal_memory(npages * sizeof *pages);

	for (i = 0, pages_initialized = 0; i < npages; i++) {
		if (!pmap_next_page(&paddr))
			break;
		vm_page_init(&pages[i], paddr);
		pages_initialized++;
	}

	/*
	 *	Release in reverse order, so that the list gives the pages
	 *	out in the order the machine supplied them.  This is what
	 *	lets a search for contiguous pages find any.
	 */
	for (i = pages_initialized; i > 0; i--)
		vm_page_release(&pages[i - 1], FALSE);

	*startp = virtual_space_start;
	*endp = virtual_space_end;
}

/*
 *	vm_page_module_init:
 *
 *	Now that there are zones: one for the structures of pages that
 *	turn up later.
 */
void
vm_page_module_init(void)
{
	vm_page_zone = zinit((vm_size_t) sizeof(struct vm_page),
			     VM_MAX_KERNEL_ADDRESS - VM_MIN_KERNEL_ADDRESS,
			     PAGE_SIZE, 0, "vm pages");
}

/*
 *	vm_page_create:
 *
 *	Put the whole pages of a range of physical memory at the system's
 *	disposal.  For machine code that finds memory after boot.
 */
void
vm_page_create(
	vm_offset_t	start,
	vm_offset_t	end)
{
	vm_offset_t	paddr;
	vm_page_t	m;

	for (paddr = round_page(start); paddr < trunc_page(end);
	     paddr += PAGE_SIZE) {
		m = (vm_page_t) zalloc(vm_page_zone);
		if (m == VM_PAGE_NULL)
			panic("vm_page_create");

		vm_page_init(m, paddr);
		vm_page_release(m, FALSE);
	}
}

/*
 *	vm_page_link:
 *
 *	Enter a page into the table and onto the list of its object, which
 *	is locked.
 */
static void
vm_page_link(
	vm_page_t	mem,
	vm_object_t	object,
	vm_offset_t	offset)
{
	vm_page_bucket_t *bucket;

	VM_PAGE_CHECK(mem);

	if (mem->tabled)
		panic("vm_page_insert");

	mem->object = object;
	mem->offset = offset;

	bucket = &vm_page_buckets[vm_page_hash(object, offset)];
	simple_lock(&bucket_lock);
	mem->next = bucket->pages;
	bucket->pages = mem;
	simple_unlock(&bucket_lock);

	queue_enter(&object->memq, mem, vm_page_t, listq);
	mem->tabled = TRUE;
	object->resident_page_count++;
}

/*
 *	vm_page_insert:
 *
 *	Make a page the resident copy of one page of an object.  The object
 *	and the page queues are locked.
 */
void
vm_page_insert(
	vm_page_t	mem,
	vm_object_t	object,
	vm_offset_t	offset)
{
	vm_page_link(mem, object, offset);

	/*
	 *	A page right after the one inserted last: somebody reads or
	 *	writes in sequence and is done with that one.
	 */
	if (vm_page_deactivate_behind &&
	    offset == object->last_alloc + PAGE_SIZE) {
		vm_page_t	last_mem;

		last_mem = vm_page_lookup(object, object->last_alloc);
		if (last_mem != VM_PAGE_NULL && !last_mem->busy)
			vm_page_deactivate(last_mem);
	}
	object->last_alloc = offset;
}

/*
 *	vm_page_bucket_unlink:
 *
 *	Take a tabled page out of its hash chain.
 */
static void
vm_page_bucket_unlink(
	vm_page_t	mem)
{
	vm_page_bucket_t *bucket;
	vm_page_t	*link;

	bucket = &vm_page_buckets[vm_page_hash(mem->object, mem->offset)];
	simple_lock(&bucket_lock);
	for (link = &bucket->pages; *link != mem; link = &(*link)->next)
		assert(*link != VM_PAGE_NULL);
	*link = mem->next;
	simple_unlock(&bucket_lock);
}

/*
 *	vm_page_remove:
 *
 *	The reverse of vm_page_insert.  Object and offset stay readable in
 *	the structure.  The object is locked.
 */
void
vm_page_remove(
	vm_page_t	mem)
{
	assert(mem->tabled);
	VM_PAGE_CHECK(mem);

	vm_page_bucket_unlink(mem);
	queue_remove(&mem->object->memq, mem, vm_page_t, listq);
	mem->object->resident_page_count--;
	mem->tabled = FALSE;
}

/*
 *	vm_page_replace:
 *
 *	Like vm_page_insert, but a page that is already there makes room.
 *	The object and the page queues are locked.
 */
void
vm_page_replace(
	vm_page_t	mem,
	vm_object_t	object,
	vm_offset_t	offset)
{
	vm_page_t	old;

	old = vm_page_lookup(object, offset);
	if (old != VM_PAGE_NULL)
		vm_page_free(old);

	/*
	 *	A replacement says nothing about the pattern of access, so
	 *	the tracking of sequences is left alone.
	 */
	vm_page_link(mem, object, offset);
}

/*
 *	vm_page_lookup:
 *
 *	The resident page at an offset of an object, which is locked;
 *	null if there is none.
 */
vm_page_t
vm_page_lookup(
	vm_object_t	object,
	vm_offset_t	offset)
{
	vm_page_bucket_t *bucket;
	vm_page_t	mem;

	bucket = &vm_page_buckets[vm_page_hash(object, offset)];

	simple_lock(&bucket_lock);
	for (mem = bucket->pages; mem != VM_PAGE_NULL; mem = mem->next) {
		if (mem->object == object && mem->offset == offset)
			break;
	}
	simple_unlock(&bucket_lock);

	return mem;
}

/*
 *	vm_page_rename:
 *
 *	Move a page to another place.  Both objects are locked.
 */
void
vm_page_rename(
	vm_page_t	mem,
	vm_object_t	new_object,
	vm_offset_t	new_offset)
{
	/*
	 *	The pageout daemon looks at mem->object under the lock of
	 *	the queues.
	 */
	vm_page_lock_queues();
	vm_page_remove(mem);
	vm_page_insert(mem, new_object, new_offset);
	vm_page_unlock_queues();
}

/*
 *	vm_page_init:
 *
 *	Make the structure of a page new: as the template, at an address.
 */
void
vm_page_init(
	vm_page_t	mem,
	vm_offset_t	phys_addr)
{
	*mem = vm_page_template;
	mem->phys_addr = phys_addr;
}

/*
 *	vm_page_grab_fictitious:
 *
 *	Take a structure without memory from the list of such, or return
 *	null.  Never blocks.
 */
vm_page_t
vm_page_grab_fictitious(void)
{
	vm_page_t	m;

	simple_lock(&vm_page_queue_free_lock);
	m = vm_page_queue_fictitious;
	if (m != VM_PAGE_NULL) {
		vm_page_fictitious_count--;
		vm_page_queue_fictitious = (vm_page_t) m->pageq.next;
		m->free = FALSE;
	}
	simple_unlock(&vm_page_queue_free_lock);

	return m;
}

/*
 *	vm_page_release_fictitious:
 *
 *	Give such a structure back.
 */
void
vm_page_release_fictitious(
	vm_page_t	m)
{
	simple_lock(&vm_page_queue_free_lock);
	if (m->free)
		panic("vm_page_release_fictitious");
	m->free = TRUE;
	m->pageq.next = (queue_entry_t) vm_page_queue_fictitious;
	vm_page_queue_fictitious = m;
	vm_page_fictitious_count++;
	simple_unlock(&vm_page_queue_free_lock);
}

/*
 *	vm_page_more_fictitious:
 *
 *	Make a few more fictitious pages.  May block; no locks held.
 */
void
vm_page_more_fictitious(void)
{
	vm_page_t	m;
	int		i;

	for (i = 0; i < vm_page_fictitious_quantum; i++) {
		m = (vm_page_t) zalloc(vm_page_zone);
		if (m == VM_PAGE_NULL)
			panic("vm_page_more_fictitious");

		vm_page_init(m, vm_page_fictitious_addr);
		m->fictitious = TRUE;
		vm_page_release_fictitious(m);
	}
}

/*
 *	vm_page_convert:
 *
 *	Give a fictitious page the memory of a real one; the structure the
 *	memory came with becomes fictitious in turn.  FALSE if there is no
 *	page to be had.
 */
boolean_t
vm_page_convert(
	vm_page_t	m,
	boolean_t	external)
{
	vm_page_t	real_m;

	assert(m->fictitious);

	real_m = vm_page_grab(external);
	if (real_m == VM_PAGE_NULL)
		return FALSE;

	m->phys_addr = real_m->phys_addr;
	m->fictitious = FALSE;
	m->external = real_m->external;
	m->extcounted = real_m->extcounted;

	real_m->phys_addr = vm_page_fictitious_addr;
	real_m->fictitious = TRUE;
	real_m->external = FALSE;
	real_m->extcounted = FALSE;
	vm_page_release_fictitious(real_m);

	return TRUE;
}

/*
 *	vm_page_wakeup_daemon:
 *
 *	Poke the pageout daemon if pages run low.  Called without locks,
 *	after the count went down.
 */
static void
vm_page_wakeup_daemon(void)
{
	/*
	 *	Low by itself, or lowish with too few pages on their way
	 *	out.  The counts are read without a lock; at worst we poke
	 *	a bit early or late.
	 */
	if (vm_page_free_count < vm_page_free_min ||
	    (vm_page_free_count < vm_page_free_target &&
	     vm_page_inactive_count < vm_page_inactive_target))
		thread_wakeup((event_t) &vm_page_free_wanted);
}

/*
 *	vm_page_account_grab:
 *
 *	Bookkeeping for one page that leaves the free list, which is
 *	locked.
 */
static void
vm_page_account_grab(
	vm_page_t	mem,
	boolean_t	external)
{
	if (--vm_page_free_count < (int) vm_page_free_count_minimum)
		vm_page_free_count_minimum = vm_page_free_count;
	if (external)
		vm_page_external_count++;

	mem->free = FALSE;
	mem->extcounted = mem->external = external;
}

/*
 *	vm_page_grab:
 *
 *	One free page; or null when only the reserve is left, or when
 *	an external object would exceed its share.  The pageout daemon
 *	and others with the privilege are served as long as there is a
 *	page.  Never blocks.
 */
vm_page_t
vm_page_grab(
	boolean_t	external)
{
	vm_page_t	mem;

	simple_lock(&vm_page_queue_free_lock);

	/*
	 *	The privilege is asked for last: during boot the thresholds
	 *	are zero and there is no current thread yet.
	 */
	if ((vm_page_free_count < vm_page_free_reserved ||
	     (external && vm_page_external_count > vm_page_external_limit)) &&
	    !current_thread()->vm_privilege) {
		simple_unlock(&vm_page_queue_free_lock);
		return VM_PAGE_NULL;
	}

	if (vm_page_queue_free == VM_PAGE_NULL)
		panic("vm_page_grab");

	mem = vm_page_queue_free;
	vm_page_queue_free = (vm_page_t) mem->pageq.next;
	vm_page_account_grab(mem, external);
	simple_unlock(&vm_page_queue_free_lock);

	vm_page_wakeup_daemon();

	return mem;
}

/*
 *	vm_page_grab_phys_addr:
 *
 *	Remove a page for good; the caller wants its memory only.  Returns
 *	the address, or -1.
 */
vm_offset_t
vm_page_grab_phys_addr(void)
{
	vm_page_t	p = vm_page_grab(FALSE);

	if (p == VM_PAGE_NULL)
		return (vm_offset_t) -1;
	return p->phys_addr;
}

/*
 *	The scratch bitmap of a contiguous request: a bit for each page of
 *	memory, set if the page is free.
 */
#define	NBITS	(8 * (int) sizeof(natural_t))

#define	page_bit_set(bits, n)	((bits)[(n) / NBITS] |= 1U << ((n) % NBITS))
#define	page_bit_clear(bits, n)	((bits)[(n) / NBITS] &= ~(1U << ((n) % NBITS)))
#define	page_bit_test(bits, n)	(((bits)[(n) / NBITS] >> ((n) % NBITS)) & 1)

/*
 *	vm_page_find_run:
 *
 *	Find the lowest run of npages set bits below limit.  Returns the
 *	number of its first page, or -1.
 */
static int
vm_page_find_run(
	natural_t	*bits,
	int		limit,
	int		npages)
{
	int		i, length = 0;

	for (i = 0; i < limit; i++) {
		if (bits[i / NBITS] == 0) {
			i |= NBITS - 1;		/* a whole word of nothing */
			length = 0;
		} else if (!page_bit_test(bits, i))
			length = 0;
		else if (++length == npages)
			return i - npages + 1;
	}

	return -1;
}

/*
 *	vm_page_take_run:
 *
 *	Unlink the pages [first, first + npages) from the free list, which
 *	is locked, and store them in ascending order.  One pass over the
 *	list, by a pointer to the link, so that its head needs no care.
 */
static void
vm_page_take_run(
	int		first,
	int		npages,
	vm_page_t	pages[],
	boolean_t	external)
{
	vm_page_t	mem, *link;
	int		n, left = npages;

	link = &vm_page_queue_free;
	while (left > 0) {
		mem = *link;
		assert(mem != VM_PAGE_NULL);

		n = (int) atop(mem->phys_addr) - first;
		if (n < 0 || n >= npages) {
			link = (vm_page_t *) &mem->pageq.next;
			continue;
		}

		*link = (vm_page_t) mem->pageq.next;
		vm_page_account_grab(mem, external);
		pages[n] = mem;
		left--;
	}
}

/*
 *	vm_page_grab_contiguous_pages:
 *
 *	Grab npages pages that follow one another in physical memory, and
 *	store them in pages[] in ascending order.
 *
 *	bits is room for a bitmap with a bit for each page number up to
 *	vm_page_big_pagenum; if it is null the room is allocated here, and
 *	the call may block.
 */
kern_return_t
vm_page_grab_contiguous_pages(
	int		npages,
	vm_page_t	pages[],
	natural_t	*bits,
	boolean_t	external)
{
	kern_return_t	kr = KERN_RESOURCE_SHORTAGE;
	int		limit = (int) vm_page_big_pagenum + 1;
	vm_size_t	bits_size = (limit + NBITS - 1) / NBITS *
				    sizeof(natural_t);
	natural_t	*alloced_bits = 0;
	vm_page_t	mem;
	vm_size_t	i;
	int		first;

	if (npages <= 0)
		return KERN_INVALID_ARGUMENT;

	if (bits == 0) {
		kr = kmem_alloc_wired(kernel_map,
				      (vm_offset_t *) &alloced_bits,
				      bits_size);
		if (kr != KERN_SUCCESS)
			return kr;
		bits = alloced_bits;
		kr = KERN_RESOURCE_SHORTAGE;
	}

	for (i = 0; i < bits_size / sizeof(natural_t); i++)
		bits[i] = 0;

	simple_lock(&vm_page_queue_free_lock);

	/*
	 *	A large request gets no privilege: it can wait, and those
	 *	who keep the system going want single pages.
	 */
	if (vm_page_free_count < vm_page_free_reserved ||
	    (external && vm_page_external_count >= vm_page_external_limit)) {
		simple_unlock(&vm_page_queue_free_lock);
		goto out;
	}

	for (mem = vm_page_queue_free; mem != VM_PAGE_NULL;
	     mem = (vm_page_t) mem->pageq.next) {
		if ((int) atop(mem->phys_addr) < limit)
			page_bit_set(bits, (int) atop(mem->phys_addr));
	}

	first = vm_page_find_run(bits, limit, npages);
	if (first >= 0) {
		vm_page_take_run(first, npages, pages, external);
		kr = KERN_SUCCESS;
	}
	simple_unlock(&vm_page_queue_free_lock);

    out:
	if (alloced_bits != 0)
		kmem_free(kernel_map, (vm_offset_t) alloced_bits, bits_size);
	vm_page_wakeup_daemon();

	return kr;
}

/*
 *	vm_page_release:
 *
 *	A page becomes free, and somebody who waits for memory may
 *	have another try.
 */
void
vm_page_release(
	vm_page_t	mem,
	boolean_t	external)
{
	simple_lock(&vm_page_queue_free_lock);

	if (mem->free)
		panic("vm_page_release");
	mem->free = TRUE;
	mem->pageq.next = (queue_entry_t) vm_page_queue_free;
	vm_page_queue_free = mem;
	vm_page_free_count++;
	if (external)
		vm_page_external_count--;

	/*
	 *	Wake one waiter per page, and only when it can succeed: were
	 *	all woken, those that come late would find nothing and go
	 *	to the end of the queue again, for ever.
	 */
	if (vm_page_free_wanted > 0 &&
	    vm_page_free_count >= vm_page_free_reserved) {
		vm_page_free_wanted--;
		thread_wakeup_one((event_t) &vm_page_free_count);
	}

	simple_unlock(&vm_page_queue_free_lock);
}

/*
 *	vm_page_wait:
 *
 *	Sleep until memory is in sight; not at all if enough of it is
 *	free already.  With a continuation the thread resumes there if
 *	it had to sleep.
 */
void
vm_page_wait(
	void		(*continuation)(void))
{
	/*
	 *	The test uses the target, not the reserve.  A thread that
	 *	got null because of the reserve may find here that the
	 *	daemon was faster, but never that it has to wait without
	 *	the daemon having a reason to run.
	 */
	simple_lock(&vm_page_queue_free_lock);
	if (vm_page_free_count < vm_page_free_target ||
	    vm_page_external_count > vm_page_external_limit) {
		if (vm_page_free_wanted++ == 0)
			thread_wakeup((event_t) &vm_page_free_wanted);
		assert_wait((event_t) &vm_page_free_count, FALSE);
		simple_unlock(&vm_page_queue_free_lock);
		thread_block(continuation);
	} else
		simple_unlock(&vm_page_queue_free_lock);
}

/*
 *	vm_page_alloc:
 *
 *	Make a free page the resident copy at an offset of an object,
 *	which is locked.  Null if no page can be had.
 */
vm_page_t
vm_page_alloc(
	vm_object_t	object,
	vm_offset_t	offset)
{
	vm_page_t	mem;

	mem = vm_page_grab(!object->internal);
	if (mem == VM_PAGE_NULL)
		return VM_PAGE_NULL;

	vm_page_lock_queues();
	vm_page_insert(mem, object, offset);
	vm_page_unlock_queues();

	return mem;
}

/*
 *	vm_page_free:
 *
 *	Dissolve a page: out of its object, off the queues, and its memory
 *	back to the free list.  Whoever waited for the page finds that it
 *	is gone.  The object and the page queues are locked.
 */
void
vm_page_free(
	vm_page_t	mem)
{
	boolean_t	external;

	if (mem->free)
		panic("vm_page_free");

	if (mem->tabled)
		vm_page_remove(mem);
	VM_PAGE_QUEUES_REMOVE(mem);

	if (mem->wire_count != 0) {
		if (!mem->private && !mem->fictitious)
			vm_page_wire_count--;
		mem->wire_count = 0;
	}
	if (mem->laundry) {
		vm_page_laundry_count--;
		mem->laundry = FALSE;
	}

	PAGE_WAKEUP_DONE(mem);

	if (mem->absent)
		vm_object_absent_release(mem->object);

	/*
	 *	The memory of a private page belongs to somebody else; all
	 *	that is ours is the structure.
	 */
	if (mem->private || mem->fictitious) {
		vm_page_init(mem, vm_page_fictitious_addr);
		mem->fictitious = TRUE;
		vm_page_release_fictitious(mem);
	} else {
		external = mem->external && mem->extcounted;
		vm_page_init(mem, mem->phys_addr);
		vm_page_release(mem, external);
	}
}

/*
 *	vm_page_wire:
 *
 *	One wiring more.  From the first on the pageout daemon does
 *	not see the page.  The object and the page queues are locked.
 */
void
vm_page_wire(
	vm_page_t	mem)
{
	VM_PAGE_CHECK(mem);

	if (mem->wire_count == 0) {
		VM_PAGE_QUEUES_REMOVE(mem);
		if (!mem->private && !mem->fictitious)
			vm_page_wire_count++;
	}
	mem->wire_count++;
	assert(mem->wire_count != 0);
}

/*
 *	vm_page_unwire:
 *
 *	One wiring less.  After the last the page is in active use as far
 *	as we know.  The object and the page queues are locked.
 */
void
vm_page_unwire(
	vm_page_t	mem)
{
	VM_PAGE_CHECK(mem);
	assert(mem->wire_count != 0);

	if (--mem->wire_count == 0) {
		queue_enter(&vm_page_queue_active, mem, vm_page_t, pageq);
		vm_page_active_count++;
		mem->active = TRUE;
		if (!mem->private && !mem->fictitious)
			vm_page_wire_count--;
	}
}

/*
 *	vm_page_deactivate:
 *
 *	Move a page to the inactive queue: it may go unless somebody uses
 *	it soon.  Its reference bit is cleared, so that such use shows.
 *	The page queues are locked.
 */
void
vm_page_deactivate(
	vm_page_t	m)
{
	VM_PAGE_CHECK(m);

	if (m->active || (m->inactive && m->reference)) {
		if (!m->fictitious && !m->absent)
			pmap_clear_reference(m->phys_addr);
		m->reference = FALSE;
		VM_PAGE_QUEUES_REMOVE(m);
	}
	if (m->wire_count == 0 && !m->inactive) {
		queue_enter(&vm_page_queue_inactive, m, vm_page_t, pageq);
		m->inactive = TRUE;
		vm_page_inactive_count++;
	}
}

/*
 *	vm_page_activate:
 *
 *	Count a page among those in use, as the latest.  The page
 *	queues are locked.
 */
void
vm_page_activate(
	vm_page_t	m)
{
	VM_PAGE_CHECK(m);

	if (m->inactive) {
		queue_remove(&vm_page_queue_inactive, m, vm_page_t, pageq);
		vm_page_inactive_count--;
		m->inactive = FALSE;
	}
	if (m->wire_count == 0) {
		if (m->active)
			panic("vm_page_activate: the page is on the queue");

		queue_enter(&vm_page_queue_active, m, vm_page_t, pageq);
		m->active = TRUE;
		vm_page_active_count++;
	}
}

/*
 *	vm_page_zero_fill:
 *
 *	Clear the memory of a page.
 */
void
vm_page_zero_fill(
	vm_page_t	m)
{
	VM_PAGE_CHECK(m);
	pmap_zero_page(m->phys_addr);
}

/*
 *	vm_page_copy:
 *
 *	Give one page the contents of another.
 */
void
vm_page_copy(
	vm_page_t	src_m,
	vm_page_t	dest_m)
{
	VM_PAGE_CHECK(src_m);
	VM_PAGE_CHECK(dest_m);
	pmap_copy_page(src_m->phys_addr, dest_m->phys_addr);
}

/*
 *	vm_page_info:
 *
 *	Store the lengths of the hash chains, as many as there is room for,
 *	and return the number of chains.
 */
unsigned int
vm_page_info(
	unsigned int	*info,
	unsigned int	count)
{
	vm_page_t	m;
	unsigned int	i;

	if (vm_page_bucket_count < count)
		count = vm_page_bucket_count;

	for (i = 0; i < count; i++) {
		info[i] = 0;
		simple_lock(&bucket_lock);
		for (m = vm_page_buckets[i].pages; m != VM_PAGE_NULL;
		     m = m->next)
			info[i]++;
		simple_unlock(&bucket_lock);
	}

	return vm_page_bucket_count;
}
