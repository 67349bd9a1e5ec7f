// vm_page_create of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_create (vm/vm_resident.c) ca6e09d574abc40d
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
//: declaration of vm_page_create (vm/vm_resident.c) 4a380a9174bffa71
void vm_page_create(vm_offset_t, vm_offset_t);
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro PAGE_MASK (include/mach/machine/vm_param.h) e71050d902ffe87f
#define PAGE_MASK	(PAGE_SIZE - 1)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro round_page (include/mach/vm_param.h) 8fdb46eeb11621ad
#define round_page(x)	((vm_offset_t) ((((vm_offset_t) (x)) + PAGE_MASK) & ~PAGE_MASK))
//: macro trunc_page (include/mach/vm_param.h) 57d01be64b7b4917
#define trunc_page(x)	((vm_offset_t) (((vm_offset_t) (x)) & ~PAGE_MASK))
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: typedef zone_t (kern/zalloc.h) a56e982601860390
typedef struct zone *zone_t
//: prototype of panic (kern/debug.h) 461a52615af722c8
void panic(const char *, ...);
//: prototype of vm_page_init (vm/vm_page.h) 31f9c0b0f7b8a3ef
void vm_page_init(vm_page_t, vm_offset_t);
//: prototype of vm_page_release (vm/vm_page.h) 4bcd1cb5eae4f013
void vm_page_release(vm_page_t, boolean_t);
//: prototype of zalloc (kern/zalloc.h) c711249636df6180
vm_offset_t zalloc(zone_t);
//: object vm_page_zone (vm/vm_resident.c) 083d72e3296c533b
static zone_t vm_page_zone;
