// test_page_at of test/test_vm_util.c as accepted, with what it depends on; by 'port accept'.
//: text of test_page_at (test/test_vm_util.c) 0cca8c6c243074e0
vm_offset_t
test_page_at(vm_offset_t phys_addr)
{
	return phystokv(phys_addr);
}
//: declaration of test_page_at (test/test_vm_util.c) b6de1365dbb732ca
vm_offset_t test_page_at(vm_offset_t);
//: macro phys_mem_va (include/mach/machine/vm_param.h) 874438edcad8b808
#define phys_mem_va		((vm_offset_t) 0)
//: macro phystokv (include/mach/machine/vm_param.h) c691ca9f7febd1ef
#define phystokv(pa)		((vm_offset_t) (pa) + phys_mem_va)
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
