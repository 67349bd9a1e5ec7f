// pmap_copy_page of i386/intel/pmap.c as accepted, with what it depends on; by 'port accept'.
//: text of pmap_copy_page (i386/intel/pmap.c) c6e724bb9f3d6b03
void
pmap_copy_page(src, dst)
	vm_offset_t	src, dst;
{
	unsigned int	*from = (unsigned int *) phystokv(src);
	unsigned int	*to = (unsigned int *) phystokv(dst);
	int		i;

	for (i = 0; i < (int) (PAGE_SIZE / sizeof(unsigned int)); i++)
		to[i] = from[i];
}
//: declaration of pmap_copy_page (i386/intel/pmap.c) 4a380a9174bffa71
void pmap_copy_page(vm_offset_t, vm_offset_t);
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
