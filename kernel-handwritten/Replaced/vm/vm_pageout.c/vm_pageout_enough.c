// vm_pageout_enough of vm/vm_pageout.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_pageout_enough (vm/vm_pageout.c) 69360b23d90548b5
static boolean_t
vm_pageout_enough()
{
	return vm_page_free_count >= vm_page_free_target &&
	       vm_page_external_count <= vm_page_external_target &&
	       vm_page_free_wanted == 0;
}
//: declaration of vm_pageout_enough (vm/vm_pageout.c) ecb394e110a60a14
static boolean_t vm_pageout_enough();
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: object vm_page_external_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_external_count;
//: object vm_page_external_target (vm/vm_pageout.c) 7b6932694d2b702c
int vm_page_external_target;
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_free_target (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_target;
//: object vm_page_free_wanted (vm/vm_page.h) ce9fbab0b8e464a1
unsigned int vm_page_free_wanted;
