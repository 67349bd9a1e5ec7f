// overlaps of i386/i386at/model_dep.c as accepted, with what it depends on; by 'port accept'.
//: text of overlaps (i386/i386at/model_dep.c) 6ce41bd1058db4f2
static boolean_t
overlaps(vm_offset_t *addr, vm_size_t size, vm_offset_t start, vm_offset_t end)
{
	if (*addr + size <= start || *addr >= end)
		return FALSE;
	*addr = round_page(end);
	return TRUE;
}
//: declaration of overlaps (i386/i386at/model_dep.c) cd10baf1bae75db0
static boolean_t overlaps(vm_offset_t *, vm_size_t, vm_offset_t, vm_offset_t);
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
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
