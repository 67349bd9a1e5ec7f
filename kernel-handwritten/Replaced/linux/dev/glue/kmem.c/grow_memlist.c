// grow_memlist of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of grow_memlist (linux/dev/glue/kmem.c) 1aedd7786fa21712
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
//: declaration of grow_memlist (linux/dev/glue/kmem.c) 87c69d383cb9d211
static int grow_memlist(int);
//: macro FIRST_BLOCK (linux/dev/glue/kmem.c) 17fb3023cc221481
#define FIRST_BLOCK(ph)	((struct blkhdr *) ((ph) + 1))
//: macro GFP_KERNEL (linux/dev/include/linux/mm.h) 5de13d0d12e5a3bb
#define GFP_KERNEL	0x03
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: layout of struct blkhdr (linux/dev/glue/kmem.c) 2f522ec0f75211cb
struct blkhdr { // 4 bytes, aligned to 2
    unsigned short free; // at 0
    unsigned short size; // at 2
}
//: layout of struct pagehdr (linux/dev/glue/kmem.c) 01c2e496866d8481
struct pagehdr { // 8 bytes, aligned to 4
    unsigned int size; // at 0
    struct pagehdr *next; // at 4
}
//: prototype of __get_free_pages (linux/dev/include/linux/mm.h) 50ba809288a6dd75
unsigned long __get_free_pages(int, unsigned long, int);
//: prototype of get_page_order (linux/dev/glue/kmem.c) 52fa8eea23bbd355
static unsigned long get_page_order(int);
//: object memlist (linux/dev/glue/kmem.c) 6072d844b432987f
static struct pagehdr *memlist;
