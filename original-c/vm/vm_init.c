/*
 *	vm/vm_init.c
 *
 *	Setup of the memory system.  The order matters: each step uses only
 *	what those before it have made.
 */

#include <mach/machine/vm_types.h>
#include <kern/kalloc.h>
#include <kern/zalloc.h>
#include <vm/pmap.h>
#include <vm/vm_fault.h>
#include <vm/vm_init.h>
#include <vm/vm_kern.h>
#include <vm/vm_map.h>
#include <vm/vm_object.h>
#include <vm/vm_page.h>

/*
 *	vm_mem_bootstrap:
 *
 *	Turn bare physical memory into a kernel that can allocate.  Runs
 *	once, on the boot stack, before there are threads: nothing here
 *	may block.
 */
void
vm_mem_bootstrap(void)
{
	vm_offset_t	start, end;

	/*
	 *	Pages first.  From here on pmap_steal_memory is out of
	 *	bounds; [start, end) is the virtual memory left to map.
	 */
	vm_page_bootstrap(&start, &end);

	/*
	 *	Zones on stolen memory, then the two users of zones that
	 *	the kernel map is made of.
	 */
	zone_bootstrap();
	vm_object_bootstrap();
	vm_map_init();

	kmem_init(start, end);
	pmap_init();

	/*
	 *	With a kernel map zones can grow.
	 */
	zone_init();
	kalloc_init();
	vm_fault_init();
	vm_page_module_init();
}

/*
 *	vm_mem_init:
 *
 *	What had to wait until the rest of the kernel is up.
 */
void
vm_mem_init(void)
{
	vm_object_init();
}
