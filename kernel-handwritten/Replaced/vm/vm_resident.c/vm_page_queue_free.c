// vm_page_queue_free of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_queue_free (vm/vm_resident.c) c833631d559d6cc7
vm_page_t	vm_page_queue_free
//: declaration of vm_page_queue_free (vm/vm_resident.c) 118c60da8fa1a4f1
vm_page_t vm_page_queue_free;
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
