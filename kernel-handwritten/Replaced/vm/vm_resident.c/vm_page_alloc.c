// vm_page_alloc of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_alloc (vm/vm_resident.c) ecc7df90ceb897c5
vm_page_t
vm_page_alloc(
	vm_object_t	object,
	vm_offset_t	offset)
{
	vm_page_t	mem;

	mem = vm_page_grab(!object->internal);
	if (mem == VM_PAGE_NULL)
		return VM_PAGE_NULL;

	vm_page_lock_queues();
	vm_page_insert(mem, object, offset);
	vm_page_unlock_queues();

	return mem;
}
//: declaration of vm_page_alloc (vm/vm_resident.c) 251fa0b7ecd52a85
vm_page_t vm_page_alloc(struct vm_object *, vm_offset_t);
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro simple_lock (kern/lock.h) 4311f10a0c35cfb0
#define simple_lock(l)
//: macro simple_unlock (kern/lock.h) 4311f10a0c35cfb0
#define simple_unlock(l)
//: macro vm_page_lock_queues (vm/vm_page.h) 0442d32bba1124ca
#define vm_page_lock_queues()	simple_lock(&vm_page_queue_lock)
//: macro vm_page_unlock_queues (vm/vm_page.h) eb4fa8380f2a4296
#define vm_page_unlock_queues()	simple_unlock(&vm_page_queue_lock)
//: layout of struct vm_object (vm/vm_object.h) dfa070223d520863
struct vm_object { // 44 bytes, aligned to 4
    unsigned int internal : 1; // at 40, bit 3
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef vm_object_t (vm/vm_object.h) 7e5001da314f07ac
typedef struct vm_object *vm_object_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: prototype of vm_page_grab (vm/vm_page.h) 69b55cb870aa1dd7
vm_page_t vm_page_grab(boolean_t);
//: prototype of vm_page_insert (vm/vm_page.h) ec5dccce39a6236b
void vm_page_insert(vm_page_t, struct vm_object *, vm_offset_t);
