// free_pages of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of free_pages (linux/dev/glue/kmem.c) efd621a62a9eb60c
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
//: declaration of free_pages (linux/dev/glue/kmem.c) c46a34fc99d35445
void free_pages(unsigned long, unsigned long);
//: macro MEM_CHUNKS (linux/dev/glue/kmem.c) 4a62d978828b700f
#define MEM_CHUNKS	7
//: macro PAGE_MASK (include/mach/machine/vm_param.h) e71050d902ffe87f
#define PAGE_MASK	(PAGE_SIZE - 1)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro assert (kern/assert.h) 0eeff2baa7e01d39
#define assert(ex)	\
	({ if (!(ex)) Assert(#ex, __FILE__, __LINE__); (void) 0; })
//: macro cli (linux/dev/include/asm/system.h) 0a0118f4a04e4b23
#define cli()	__asm__ __volatile__ ("cli" : : : "memory")
//: macro restore_flags (linux/dev/include/asm/system.h) b3a58d223908fb72
#define restore_flags(x) \
	__asm__ __volatile__ ("pushl %0; popfl" : : "g" (x) : "memory", "cc")
//: macro save_flags (linux/dev/include/asm/system.h) 0f09efb04074378d
#define save_flags(x) \
	__asm__ __volatile__ ("pushfl; popl %0" : "=g" (x) : : "memory")
//: layout of struct chunkhdr (linux/dev/glue/kmem.c) 1cd4f5f59bc0b423
struct chunkhdr { // 12 bytes, aligned to 4
    unsigned long start; // at 0
    unsigned long end; // at 4
    unsigned long bitmap; // at 8
}
//: prototype of Assert (kern/assert.h) a445881d6dce809c
void Assert(const char *, const char *, int);
//: object linux_mem_avail (linux/dev/glue/kmem.c) 7b6932694d2b702c
int linux_mem_avail;
//: object pages_free (linux/dev/glue/kmem.c) 4286cc37068c0f52
static struct chunkhdr pages_free[7];
