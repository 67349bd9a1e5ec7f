// pmap_zero_page of i386/intel/pmap.c as accepted, with what it depends on; by 'port accept'.
//: text of pmap_zero_page (i386/intel/pmap.c) df244c1c0f4bbf66
void
pmap_zero_page(p)
	vm_offset_t	p;
{
	zero_words(phystokv(p), PAGE_SIZE);
}
//: declaration of pmap_zero_page (i386/intel/pmap.c) 6309a728800a3080
void pmap_zero_page(vm_offset_t);
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro phys_mem_va (include/mach/machine/vm_param.h) 874438edcad8b808
#define phys_mem_va		((vm_offset_t) 0)
//: macro phystokv (include/mach/machine/vm_param.h) c691ca9f7febd1ef
#define phystokv(pa)		((vm_offset_t) (pa) + phys_mem_va)
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_size_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_size_t
//: prototype of zero_words (i386/intel/pmap.c) df03fac3288487a0
static void zero_words(vm_offset_t, vm_size_t);
