// __get_free_pages of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of __get_free_pages (linux/dev/glue/kmem.c) 7f0d97f027f4bc34
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
//: declaration of __get_free_pages (linux/dev/glue/kmem.c) 50ba809288a6dd75
unsigned long __get_free_pages(int, unsigned long, int);
//: macro MEM_CHUNK_SIZE (linux/dev/glue/kmem.c) c9583d8a3e92ad50
#define MEM_CHUNK_SIZE	(64 * 1024)
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
//: prototype of Assert (kern/assert.h) a445881d6dce809c
void Assert(const char *, const char *, int);
//: prototype of collect_kmalloc_pages (linux/dev/glue/kmem.c) b4d0631c5dbcf86a
static void collect_kmalloc_pages(void);
//: prototype of find_pages (linux/dev/glue/kmem.c) 52fa8eea23bbd355
static unsigned long find_pages(int);
//: prototype of printk (linux/dev/include/linux/kernel.h) bd11ded896c79b13
int printk(const char *, ...) __attribute__((format(printf, 1, 2)));
//: object linux_mem_avail (linux/dev/glue/kmem.c) 7b6932694d2b702c
int linux_mem_avail;
//: object num_page_collect (linux/dev/glue/kmem.c) 7b6932694d2b702c
int num_page_collect;
