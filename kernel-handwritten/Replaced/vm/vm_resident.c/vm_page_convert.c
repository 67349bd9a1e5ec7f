// vm_page_convert of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_convert (vm/vm_resident.c) e8f0814545a51614
boolean_t
vm_page_convert(
	vm_page_t	m,
	boolean_t	external)
{
	vm_page_t	real_m;

	assert(m->fictitious);

	real_m = vm_page_grab(external);
	if (real_m == VM_PAGE_NULL)
		return FALSE;

	m->phys_addr = real_m->phys_addr;
	m->fictitious = FALSE;
	m->external = real_m->external;
	m->extcounted = real_m->extcounted;

	real_m->phys_addr = vm_page_fictitious_addr;
	real_m->fictitious = TRUE;
	real_m->external = FALSE;
	real_m->extcounted = FALSE;
	vm_page_release_fictitious(real_m);

	return TRUE;
}
//: declaration of vm_page_convert (vm/vm_resident.c) 2ce6474c8b7be763
boolean_t vm_page_convert(vm_page_t, boolean_t);
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro TRUE (include/mach/boolean.h) 556be81280f1dd3e
#define TRUE	((boolean_t) 1)
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro assert (kern/assert.h) 0eeff2baa7e01d39
#define assert(ex)	\
	({ if (!(ex)) Assert(#ex, __FILE__, __LINE__); (void) 0; })
//: layout of struct vm_page (vm/vm_page.h) 389dac4483916ef6
struct vm_page { // 48 bytes, aligned to 4
    unsigned int external : 1; // at 30, bit 5
    unsigned int extcounted : 1; // at 30, bit 6
    unsigned int fictitious : 1; // at 32, bit 3
    vm_offset_t phys_addr; // at 36
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: prototype of Assert (kern/assert.h) a445881d6dce809c
void Assert(const char *, const char *, int);
//: prototype of vm_page_grab (vm/vm_page.h) 69b55cb870aa1dd7
vm_page_t vm_page_grab(boolean_t);
//: prototype of vm_page_release_fictitious (vm/vm_page.h) f483e29557065863
void vm_page_release_fictitious(vm_page_t);
//: object vm_page_fictitious_addr (vm/vm_resident.c) ce9fbab0b8e464a1
vm_offset_t vm_page_fictitious_addr;
