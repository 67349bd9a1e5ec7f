/*
 *	main.c: start of the Linux drivers, and the contiguous memory that they
 *	and the glue take while the system boots.
 */
#define MACH_INCLUDE
#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/kalloc.h>
#include <vm/vm_page.h>

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sched.h>
#include <linux/delay.h>
#include <linux/mm.h>
#include <linux/blkdev.h>
#include <linux/pci.h>
#include <linux/glue.h>
#include <asm/dma.h>
#include <asm/io.h>
#include <asm/system.h>

extern vm_offset_t phys_last_addr;

/* Memory that pci_init may use for the devices it finds; the rest of it is
   given back. */
#define PCI_MEM_SIZE	(512 * 1024)

unsigned long high_memory;

/*
 *	The BIOS's parameter tables of the two hard disks, 16 bytes each.
 */
struct drive_info_struct {
	char dummy[32];
} drive_info;

/* Where the BIOS keeps the tables' addresses: interrupt vectors 41h and 46h. */
#define BIOS_DISK0_VECTOR	0x104
#define BIOS_DISK1_VECTOR	0x118

/*
 *	Copy one table, found through its real mode address.
 */
static void
copy_drive_table(char *to, unsigned long vector)
{
	volatile unsigned short *far_pointer = phys_to_virt(vector);
	unsigned long table;

	/* Offset first, then segment. */
	table = far_pointer[0] + ((unsigned long) far_pointer[1] << 4);
	memcpy(to, phys_to_virt(table), 16);
}

/*
 *	Set the drivers up.  Runs in machine_init, before there are threads: all
 *	waiting is done by spinning, with the glue's own clock handler.
 */
void
linux_init(void)
{
	unsigned long memory_start, memory_end;
	struct vm_page *pages, *next;

	high_memory = phystokv(phys_last_addr);

	linux_sched_init();
	init_IRQ();
	calibrate_delay();

	copy_drive_table(drive_info.dummy, BIOS_DISK0_VECTOR);
	copy_drive_table(drive_info.dummy + 16, BIOS_DISK1_VECTOR);

	linux_kmem_init();

	memory_start = alloc_contig_mem(PCI_MEM_SIZE, MAX_DMA_ADDRESS, 0,
					&pages);
	if (memory_start == 0)
		panic("linux_init: no memory for the PCI devices");
	memory_end = memory_start + PCI_MEM_SIZE;
	memory_start = pci_init(memory_start, memory_end);
	if (memory_start > memory_end)
		panic("linux_init: pci_init ran over its memory");

	/* Keep the pages that were used, give the others back. */
	memory_start = round_page(memory_start);
	while (pages != NULL && phystokv(pages->phys_addr) < memory_start) {
		next = (struct vm_page *) pages->pageq.next;
		pages->pageq.next = NULL;
		pages = next;
	}
	free_contig_mem(pages);

	blk_dev_init();

	restore_IRQ();
	linux_auto_config = 0;
}

/* The scratch map of contiguous requests: a byte per page, nonzero for a
   free page whose address is below the limit. */
#define MAP_SIZE(limit)	((limit) >> PAGE_SHIFT)

/*
 *	Mark the free pages below a limit.
 */
static void
mark_free_pages(char *map, vm_offset_t limit)
{
	vm_page_t m;

	memset(map, 0, MAP_SIZE(limit));
	for (m = vm_page_queue_free; m != VM_PAGE_NULL;
	     m = (vm_page_t) m->pageq.next)
		if (m->phys_addr < limit)
			map[m->phys_addr >> PAGE_SHIFT] = 1;
}

/*
 *	First page number of a run of npages marked pages whose address has no
 *	bit of mask set, or -1.  Page 0 is nobody's: its address means failure.
 */
static long
find_run(const char *map, unsigned long end, unsigned npages,
	 unsigned mask)
{
	unsigned long first, n;

	for (first = 1; first + npages <= end; first++) {
		if (((first << PAGE_SHIFT) & mask) != 0)
			continue;
		for (n = 0; n < npages && map[first + n]; n++)
			continue;
		if (n == npages)
			return first;
	}
	return -1;
}

/*
 *	Take the free page at a physical address off the free list.
 */
static vm_page_t
unlink_free_page(vm_offset_t phys_addr)
{
	vm_page_t m, *prev = &vm_page_queue_free;

	while ((m = *prev) != VM_PAGE_NULL && m->phys_addr != phys_addr)
		prev = (vm_page_t *) &m->pageq.next;
	assert(m != VM_PAGE_NULL);
	*prev = (vm_page_t) m->pageq.next;
	m->free = FALSE;
	vm_page_free_count--;
	return m;
}

/*
 *	Allocate size bytes of adjacent memory below a physical limit, whose
 *	first address has no bit of mask set.  Returns the address in the direct
 *	map and the pages, linked through pageq.next in ascending order; 0 if
 *	there is no such run.  May block; meant for boot.
 */
unsigned long
alloc_contig_mem(unsigned size, unsigned limit, unsigned mask,
		 struct vm_page **pages)
{
	unsigned npages = round_page(size) >> PAGE_SHIFT, n;
	vm_size_t map_size;
	vm_page_t m, *tail = pages;
	long first;
	char *map;

	*pages = VM_PAGE_NULL;
	if (npages == 0 || npages > vm_page_free_count)
		return 0;
	if (limit > phys_last_addr)
		limit = phys_last_addr;

	map_size = MAP_SIZE(limit);
	map = (char *) kalloc(map_size);
	if (map == NULL)
		return 0;

	simple_lock(&vm_page_queue_free_lock);
	mark_free_pages(map, limit);
	first = find_run(map, MAP_SIZE(limit), npages, mask);
	for (n = 0; first >= 0 && n < npages; n++) {
		m = unlink_free_page((vm_offset_t) (first + n) << PAGE_SHIFT);
		m->pageq.next = NULL;
		*tail = m;
		tail = (vm_page_t *) &m->pageq.next;
	}
	simple_unlock(&vm_page_queue_free_lock);

	kfree((vm_offset_t) map, map_size);
	return first < 0 ? 0 : phystokv((vm_offset_t) first << PAGE_SHIFT);
}

/*
 *	Put a list of pages, as alloc_contig_mem returns it, back on the free
 *	list.  Nobody waits for pages while the system boots, so nobody is woken.
 */
void
free_contig_mem(struct vm_page *pages)
{
	struct vm_page *p, *last = NULL;
	int count = 0;

	for (p = pages; p != NULL; p = (struct vm_page *) p->pageq.next) {
		p->free = TRUE;
		last = p;
		count++;
	}
	if (last == NULL)
		return;

	simple_lock(&vm_page_queue_free_lock);
	last->pageq.next = (queue_entry_t) vm_page_queue_free;
	vm_page_queue_free = pages;
	vm_page_free_count += count;
	simple_unlock(&vm_page_queue_free_lock);
}
