// init_alloc_aligned of i386/i386at/model_dep.c as accepted, with what it depends on; by 'port accept'.
//: text of init_alloc_aligned (i386/i386at/model_dep.c) 4005928061b58565
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
//: declaration of init_alloc_aligned (i386/i386at/model_dep.c) 428d8c6dba2012aa
boolean_t init_alloc_aligned(vm_size_t, vm_offset_t *);
//: macro DMA_LIMIT (i386/i386at/model_dep.c) c452a2c7a2241338
#define DMA_LIMIT	0x1000000
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro FIRST_AVAIL (i386/i386at/model_dep.c) b8487fabd13b74d3
#define FIRST_AVAIL	0x1000
//: macro PAGE_MASK (include/mach/machine/vm_param.h) e71050d902ffe87f
#define PAGE_MASK	(PAGE_SIZE - 1)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro TRUE (include/mach/boolean.h) 556be81280f1dd3e
#define TRUE	((boolean_t) 1)
//: macro round_page (include/mach/vm_param.h) 8fdb46eeb11621ad
#define round_page(x)	((vm_offset_t) ((((vm_offset_t) (x)) + PAGE_MASK) & ~PAGE_MASK))
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_size_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_size_t
//: prototype of skip_obstacle (i386/i386at/model_dep.c) cfe0d1be8a4f0074
static boolean_t skip_obstacle(vm_offset_t *, vm_size_t);
//: object avail_next (i386/i386at/model_dep.c) 69b56eec26c0be1c
static vm_offset_t avail_next;
//: object avail_remaining (i386/i386at/model_dep.c) 69b56eec26c0be1c
static vm_size_t avail_remaining;
//: object avail_wrapped (i386/i386at/model_dep.c) 5433710e54a41195
static boolean_t avail_wrapped;
//: object phys_last_addr (i386/i386at/machdep.h) ce9fbab0b8e464a1
vm_offset_t phys_last_addr;
//: initialiser of avail_next (i386/i386at/model_dep.c) 5756b5492d2deb01
FIRST_AVAIL
