// vm_page_account_grab of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_account_grab (vm/vm_resident.c) 1aa55bd3ceb83c2a
static void
vm_page_account_grab(
	vm_page_t	mem,
	boolean_t	external)
{
	if (--vm_page_free_count < (int) vm_page_free_count_minimum)
		vm_page_free_count_minimum = vm_page_free_count;
	if (external)
		vm_page_external_count++;

	mem->free = FALSE;
	mem->extcounted = mem->external = external;
}
//: declaration of vm_page_account_grab (vm/vm_resident.c) 9ca8e43bd9af0a0b
static void vm_page_account_grab(vm_page_t, boolean_t);
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: layout of struct vm_page (vm/vm_page.h) 04a19aa39ab7b964
struct vm_page { // 48 bytes, aligned to 4
    unsigned int free : 1; // at 30, bit 3
    unsigned int external : 1; // at 30, bit 5
    unsigned int extcounted : 1; // at 30, bit 6
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: object vm_page_external_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_external_count;
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_free_count_minimum (vm/vm_page.h) ce9fbab0b8e464a1
unsigned int vm_page_free_count_minimum;
