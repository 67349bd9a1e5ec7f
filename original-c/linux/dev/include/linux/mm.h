/*
 *	linux/mm.h: pages, as the Linux drivers ask for them.
 *
 *	All of it is served by linux/dev/glue/kmem.c.  PAGE_SIZE, PAGE_SHIFT and
 *	PAGE_MASK are NOT defined here: they are Mach's, and Mach's PAGE_MASK is
 *	the mask of the low bits, the complement of what Linux means by it.
 */
#ifndef _LINUX_MM_H_
#define _LINUX_MM_H_

#include <linux/types.h>

/*
 *	The priority argument.  The level says how hard the allocator may try;
 *	this glue never waits, so all levels are alike to it.
 */
#define GFP_BUFFER	0x00
#define GFP_ATOMIC	0x01
#define GFP_USER	0x02
#define GFP_KERNEL	0x03
#define GFP_NOBUFFER	0x04
#define GFP_NFS		0x05
#define GFP_IO		0x06

/*
 *	May a driver read or write memory of its caller?  Callers are threads of
 *	the kernel, so memory that is there at all may be.  Returns 0 or -EFAULT.
 */
#define VERIFY_READ	0
#define VERIFY_WRITE	1

extern int verify_area(int type, const void *addr, unsigned long size);

#define VMALLOC_VMADDR(p)	((unsigned long) (p))

/* Flag: memory that the ISA DMA controller reaches. */
#define GFP_DMA		0x80

#define GFP_LEVEL_MASK	0x0f

extern unsigned long __get_free_pages(int priority, unsigned long order,
				      int dma);
extern void free_pages(unsigned long addr, unsigned long order);

#define __get_free_page(priority)	 __get_free_pages((priority), 0, 0)
#define __get_dma_pages(priority, order) __get_free_pages((priority), (order), 1)
#define free_page(addr)			 free_pages((addr), 0)

extern void *vmalloc(unsigned long size);
extern void vfree(void *addr);
extern void *vremap(unsigned long offset, unsigned long size);

/* End of the direct map: no address of memory is at or above it. */
extern unsigned long high_memory;

#endif /* _LINUX_MM_H_ */
