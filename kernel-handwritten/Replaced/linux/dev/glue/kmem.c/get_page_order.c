// get_page_order of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of get_page_order (linux/dev/glue/kmem.c) 13ac4ba535a65752
static unsigned long
get_page_order(int size)
{
	unsigned long order = 0;

	while ((PAGE_SIZE << order) < size)
		order++;
	return order;
}
//: declaration of get_page_order (linux/dev/glue/kmem.c) 52fa8eea23bbd355
static unsigned long get_page_order(int);
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
