// vm_page_grab_contiguous_pages of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_grab_contiguous_pages (vm/vm_resident.c) 2f93ccbda099bd84
kern_return_t
vm_page_grab_contiguous_pages(
	int		npages,
	vm_page_t	pages[],
	natural_t	*bits,
	boolean_t	external)
{
	kern_return_t	kr = KERN_RESOURCE_SHORTAGE;
	int		limit = (int) vm_page_big_pagenum + 1;
	vm_size_t	bits_size = (limit + NBITS - 1) / NBITS *
				    sizeof(natural_t);
	natural_t	*alloced_bits = 0;
	vm_page_t	mem;
	vm_size_t	i;
	int		first;

	if (npages <= 0)
		return KERN_INVALID_ARGUMENT;

	if (bits == 0) {
		kr = kmem_alloc_wired(kernel_map,
				      (vm_offset_t *) &alloced_bits,
				      bits_size);
		if (kr != KERN_SUCCESS)
			return kr;
		bits = alloced_bits;
		kr = KERN_RESOURCE_SHORTAGE;
	}

	for (i = 0; i < bits_size / sizeof(natural_t); i++)
		bits[i] = 0;

	simple_lock(&vm_page_queue_free_lock);

	/*
	 *	A large request gets no privilege: it can wait, and those
	 *	who keep the system going want single pages.
	 */
	if (vm_page_free_count < vm_page_free_reserved ||
	    (external && vm_page_external_count >= vm_page_external_limit)) {
		simple_unlock(&vm_page_queue_free_lock);
		goto out;
	}

	for (mem = vm_page_queue_free; mem != VM_PAGE_NULL;
	     mem = (vm_page_t) mem->pageq.next) {
		if ((int) atop(mem->phys_addr) < limit)
			page_bit_set(bits, (int) atop(mem->phys_addr));
	}

	first = vm_page_find_run(bits, limit, npages);
	if (first >= 0) {
		vm_page_take_run(first, npages, pages, external);
		kr = KERN_SUCCESS;
	}
	simple_unlock(&vm_page_queue_free_lock);

    out:
	if (alloced_bits != 0)
		kmem_free(kernel_map, (vm_offset_t) alloced_bits, bits_size);
	vm_page_wakeup_daemon();

	return kr;
}
//: declaration of vm_page_grab_contiguous_pages (vm/vm_resident.c) 5ee90063aa23cc95
kern_return_t vm_page_grab_contiguous_pages(int, vm_page_t *, natural_t *, boolean_t);
//: macro KERN_INVALID_ARGUMENT (include/mach/kern_return.h) d9a2b30b7a5a5757
#define KERN_INVALID_ARGUMENT		4
//: macro KERN_RESOURCE_SHORTAGE (include/mach/kern_return.h) 44cf4311530b54bc
#define KERN_RESOURCE_SHORTAGE		6
//: macro KERN_SUCCESS (include/mach/kern_return.h) 3c8b8315b8e547df
#define KERN_SUCCESS			0
//: macro NBITS (vm/vm_resident.c) b648102357a8e4a5
#define NBITS	(8 * (int) sizeof(natural_t))
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro atop (include/mach/vm_param.h) 1b56e2347898c12c
#define atop(x)		(((vm_size_t) (x)) >> PAGE_SHIFT)
//: macro page_bit_set (vm/vm_resident.c) 97bfcbb9927d4ab7
#define page_bit_set(bits, n)	((bits)[(n) / NBITS] |= 1U << ((n) % NBITS))
//: macro simple_lock (kern/lock.h) 4311f10a0c35cfb0
#define simple_lock(l)
//: macro simple_unlock (kern/lock.h) 4311f10a0c35cfb0
#define simple_unlock(l)
//: layout of struct queue_entry (kern/queue.h) 92c93f9dd84a0749
struct queue_entry { // 8 bytes, aligned to 4
    struct queue_entry *next; // at 0
}
//: layout of struct vm_page (vm/vm_page.h) ef71d69b522c1a89
struct vm_page { // 48 bytes, aligned to 4
    queue_chain_t pageq; // at 0
    vm_offset_t phys_addr; // at 36
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef kern_return_t (include/mach/kern_return.h) 6da88c34ba124c41
typedef int kern_return_t
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef queue_chain_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_chain_t
//: typedef vm_map_t (vm/vm_map.h) 1b6c0fe903fb3d94
typedef struct vm_map *vm_map_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: typedef vm_size_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_size_t
//: prototype of kmem_alloc_wired (vm/vm_kern.h) cf8a5f2624cf09fe
kern_return_t kmem_alloc_wired(vm_map_t, vm_offset_t *, vm_size_t);
//: prototype of kmem_free (vm/vm_kern.h) 5a39ce4b4b78f616
void kmem_free(vm_map_t, vm_offset_t, vm_size_t);
//: prototype of vm_page_find_run (vm/vm_resident.c) fedff58be7bbc3bc
static int vm_page_find_run(natural_t *, int, int);
//: prototype of vm_page_take_run (vm/vm_resident.c) 9e7632343208b4ed
static void vm_page_take_run(int, int, vm_page_t *, boolean_t);
//: prototype of vm_page_wakeup_daemon (vm/vm_resident.c) b4d0631c5dbcf86a
static void vm_page_wakeup_daemon(void);
//: object kernel_map (vm/vm_kern.h) fd6c95c2f7e3e7a1
vm_map_t kernel_map;
//: object vm_page_big_pagenum (vm/vm_page.h) ce9fbab0b8e464a1
vm_size_t vm_page_big_pagenum;
//: object vm_page_external_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_external_count;
//: object vm_page_external_limit (vm/vm_page.h) 7b6932694d2b702c
int vm_page_external_limit;
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_free_reserved (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_reserved;
//: object vm_page_queue_free (vm/vm_page.h) 118c60da8fa1a4f1
vm_page_t vm_page_queue_free;
