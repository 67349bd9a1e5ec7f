/*
 *	i386at/model_dep.c: start of the PC, its memory, and its end.
 *
 *	Physical memory is found from the two basic numbers of the boot loader
 *	and handed out page by page until the virtual memory system takes it
 *	over: high memory first, so that what lies below 16 MiB goes last.
 */

#include <mach/boolean.h>
#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/kalloc.h>
#include <kern/printf.h>
#include <vm/pmap.h>
#include <vm/vm_page.h>
#include <i386/i386/pic.h>
#include <i386/i386/pio.h>
#include <i386/i386/proc_reg.h>
#include <i386/i386/seg.h>
#include <i386/i386/spl.h>
#include <i386/i386at/machdep.h>
#include <i386/i386at/multiboot.h>
#include <kern/startup.h>
#include <i386/intel/pmap.h>

#define	LOW_MEMORY_END	0x100000	/* 1 MiB: end of the I/O hole */
#define	DMA_LIMIT	0x1000000	/* 16 MiB: end of ISA DMA */
#define	FIRST_AVAIL	0x1000		/* behind the BIOS data page */
#define	MAX_DIRECT_MAP	0x32000000	/* 800 MiB */

#define	EXIT_PORT	0xf4		/* isa-debug-exit of the emulator */

vm_offset_t	phys_first_addr = 0;
vm_offset_t	phys_last_addr;

/*
 *	The drivers reach all of memory; native ones that did not would set
 *	this to 0.
 */
int		use_all_mem = 1;

static struct multiboot_info boot_info;

static vm_offset_t	avail_next = FIRST_AVAIL;
static vm_size_t	avail_remaining;	/* an upper estimate */
static boolean_t	avail_wrapped;		/* the high part is used up */

extern void	linux_init(void);

/*
 *	mem_size_init:
 *
 *	Find out how much memory there is.
 */
static void
mem_size_init(void)
{
	phys_first_addr = 0;
	phys_last_addr = LOW_MEMORY_END + boot_info.mem_upper * 1024;
	phys_last_addr = trunc_page(phys_last_addr);

	if (phys_last_addr > MAX_DIRECT_MAP
	    || boot_info.mem_upper >= MAX_DIRECT_MAP / 1024) {
		printf("memory above 0x%x is not used: the direct map ends there\n",
		       MAX_DIRECT_MAP);
		phys_last_addr = MAX_DIRECT_MAP;
	}
	printf("AT386 boot: physical memory from 0x%x to 0x%x\n",
	       phys_first_addr, phys_last_addr);
	if (!use_all_mem && phys_last_addr > DMA_LIMIT)
		printf("(memory is limited to 16 MiB)\n");

	avail_remaining = phys_last_addr
		- (LOW_MEMORY_END - boot_info.mem_lower * 1024 - FIRST_AVAIL);
}

/*
 *	overlaps:
 *
 *	Whether [addr, addr + size) touches [start, end); if so, go behind it.
 */
static boolean_t
overlaps(vm_offset_t *addr, vm_size_t size, vm_offset_t start, vm_offset_t end)
{
	if (*addr + size <= start || *addr >= end)
		return FALSE;
	*addr = round_page(end);
	return TRUE;
}

/*
 *	skip_obstacle:
 *
 *	Move the cursor past what must not be handed out: the I/O hole, the
 *	kernel, and what the boot loader has left in memory.
 */
static boolean_t
skip_obstacle(vm_offset_t *addr, vm_size_t size)
{
	struct multiboot_module *m;
	unsigned int	i;

	if (overlaps(addr, size, boot_info.mem_lower * 1024, LOW_MEMORY_END)
	    || overlaps(addr, size, (vm_offset_t) _start,
			_kvtophys((vm_offset_t) end)))
		return TRUE;

	if (boot_info.flags & MULTIBOOT_MODS) {
		if (overlaps(addr, size, boot_info.mods_addr,
			     boot_info.mods_addr
			     + boot_info.mods_count * sizeof(*m)))
			return TRUE;
		m = (struct multiboot_module *) phystokv(boot_info.mods_addr);
		for (i = 0; i < boot_info.mods_count; i++)
			if (overlaps(addr, size, m[i].mod_start, m[i].mod_end)
			    || overlaps(addr, size, m[i].string,
					m[i].string + PAGE_SIZE))
				return TRUE;
	}
	return FALSE;
}

/*
 *	init_alloc_aligned:
 *
 *	Take pages before there is a page allocator.  Where there is more than
 *	16 MiB, the high part goes first and then, once, the low part.
 */
boolean_t
init_alloc_aligned(size, addrp)
	vm_size_t	size;
	vm_offset_t	*addrp;
{
	vm_offset_t	addr, limit;

	avail_next = round_page(avail_next);
	if (phys_last_addr > DMA_LIMIT && !avail_wrapped
	    && avail_next < DMA_LIMIT)
		avail_next = DMA_LIMIT;

again:
	limit = phys_last_addr > DMA_LIMIT && avail_wrapped ? DMA_LIMIT
							    : phys_last_addr;
	if (avail_next >= limit || limit - avail_next < size) {
		if (avail_wrapped || phys_last_addr <= DMA_LIMIT)
			return FALSE;
		avail_wrapped = TRUE;
		avail_next = FIRST_AVAIL;
		goto again;
	}

	addr = avail_next;
	if (skip_obstacle(&avail_next, size))
		goto again;

	avail_next += size;
	avail_remaining -= size;
	*addrp = addr;
	return TRUE;
}

/*
 *	The page supply of vm_resident.c and pmap.c.
 */
unsigned int
pmap_free_pages(void)
{
	return atop(avail_remaining);
}

boolean_t
pmap_next_page(addrp)
	vm_offset_t	*addrp;
{
	return init_alloc_aligned(PAGE_SIZE, addrp);
}

vm_offset_t
pmap_grab_page(void)
{
	vm_offset_t	addr;

	if (!pmap_next_page(&addr))
		panic("no memory is left for the kernel's own tables");
	return addr;
}

boolean_t
pmap_valid_page(x)
	vm_offset_t	x;
{
	return x >= phys_first_addr && x < phys_last_addr
	       && !(x >= boot_info.mem_lower * 1024 && x < LOW_MEMORY_END);
}

/*
 *	alloc_dma_mem:
 *
 *	Take pages below 16 MiB for a driver, for ever.  The run does not cross
 *	a multiple of align.  Builds a map of the free pages from the free list,
 *	a byte for each page, and looks for the first run.  Returns 0 when there
 *	is none.
 */
vm_offset_t
alloc_dma_mem(size, align)
	vm_size_t	size;
	vm_offset_t	align;
{
	unsigned int	npages = atop(round_page(size));
	unsigned int	mask = align == 0 ? 0 : (align - 1) >> PAGE_SHIFT;
	unsigned int	map_size = DMA_LIMIT >> PAGE_SHIFT;
	unsigned int	first, n;
	char		*map;
	vm_page_t	m, prev, next;

	map = (char *) kalloc(map_size);
	if (map == (char *) 0) {
		printf("alloc_dma_mem: no room for the map\n");
		return 0;
	}
	for (n = 0; n < map_size; n++)
		map[n] = 0;
	for (m = vm_page_queue_free; m != VM_PAGE_NULL;
	     m = (vm_page_t) m->pageq.next)
		if (m->phys_addr < DMA_LIMIT)
			map[atop(m->phys_addr)] = 1;

	for (first = 1; first + npages <= map_size; first++) {
		if (mask != 0 && (first & mask) + npages > mask + 1)
			continue;
		for (n = 0; n < npages && map[first + n]; n++)
			continue;
		if (n == npages)
			break;
	}
	kfree((vm_offset_t) map, map_size);
	if (first + npages > map_size)
		return 0;

	prev = VM_PAGE_NULL;
	for (m = vm_page_queue_free; m != VM_PAGE_NULL; m = next) {
		next = (vm_page_t) m->pageq.next;
		n = atop(m->phys_addr);
		if (n < first || n >= first + npages) {
			prev = m;
			continue;
		}
		if (prev == VM_PAGE_NULL)
			vm_page_queue_free = next;
		else
			prev->pageq.next = (queue_entry_t) next;
		m->free = FALSE;
		vm_page_free_count--;
	}
	return ptoa(first);
}

/*
 *	i386at_init:
 *
 *	The processor as the kernel wants it.
 */
static void
i386at_init(void)
{
	picinit();
	mem_size_init();
	gdt_init();
	pmap_bootstrap();
	set_cr3(kernel_pmap->dirbase_phys);
	set_cr0(get_cr0() | CR0_PG | CR0_WP);
	flush_tlb();
	idt_init();
	int_init();
	ldt_init();
	ktss_init();
}

/*
 *	c_boot_entry:
 *
 *	Called by the first instructions with the boot loader's information.
 */
void
c_boot_entry(info)
	vm_offset_t	info;
{
	cninit();
	printf("Mach, i386\n");
	boot_info = *(struct multiboot_info *) phystokv(info);
	if (!(boot_info.flags & MULTIBOOT_MEMORY))
		panic("the boot loader does not say how much memory there is");
	if (boot_info.flags & MULTIBOOT_CMDLINE)
		cmdline_keep((const char *) phystokv(boot_info.cmdline));
	cmdline_check();
	i386at_init();
	setup_main();
}

/*
 *	machine_init:
 *
 *	Devices, when memory can be allocated.
 */
void
machine_init(void)
{
	linux_init();

	/* A warm boot, should there be one, need not test memory. */
	*(volatile unsigned short *) phystokv(0x472) = 0x1234;
	pmap_unmap_page_zero();
}

/*
 *	halt_all_cpus:
 *
 *	Tell the emulator how it went; on a real machine, just stop.
 */
void
halt_all_cpus(status)
	int		status;
{
	cli();
	outb(EXIT_PORT, status);
	for (;;)
		__asm__ volatile ("cli; hlt");
}
