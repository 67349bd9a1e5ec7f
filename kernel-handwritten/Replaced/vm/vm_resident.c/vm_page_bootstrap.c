// vm_page_bootstrap of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_bootstrap (vm/vm_resident.c) 5bf4de58220f59c7
void
vm_page_bootstrap(
	vm_offset_t	*startp,
	vm_offset_t	*endp)
{
	vm_page_t	m = &vm_page_template;
	unsigned int	i;

	/*
	 *	All fields of the template are zero, but for busy: whoever
	 *	grabs a page owns it, and says so to others by that bit.
	 */
	m->busy = TRUE;
	m->page_lock = VM_PROT_NONE;
	m->unlock_request = VM_PROT_NONE;

	simple_lock_init(&vm_page_queue_free_lock);
	simple_lock_init(&vm_page_queue_lock);
	simple_lock_init(&bucket_lock);

	vm_page_queue_free = VM_PAGE_NULL;
	vm_page_queue_fictitious = VM_PAGE_NULL;
	queue_init(&vm_page_queue_active);
	queue_init(&vm_page_queue_inactive);
	vm_page_free_wanted = 0;

	/*
	 *	Storage for the first map entries and the first zones.
	 */
	kentry_data_size = kentry_count * sizeof(struct vm_map_entry);
	kentry_data = pmap_steal_memory(kentry_data_size);
	zdata = pmap_steal_memory(zdata_size);

	vm_page_hash_size();
	vm_page_buckets = (vm_page_bucket_t *)
		pmap_steal_memory(vm_page_bucket_count *
				  sizeof(vm_page_bucket_t));
	for (i = 0; i < vm_page_bucket_count; i++)
		vm_page_buckets[i].pages = VM_PAGE_NULL;

	pmap_startup(startp, endp);

	*startp = round_page(*startp);
	*endp = trunc_page(*endp);

	vm_page_free_count_minimum = vm_page_free_count;
}
//: declaration of vm_page_bootstrap (vm/vm_resident.c) 4098883b1e6b088d
void vm_page_bootstrap(vm_offset_t *, vm_offset_t *);
//: macro MACRO_BEGIN (kern/macro_help.h) 127f6ba2078268f7
#define MACRO_BEGIN	do {
//: macro MACRO_END (kern/macro_help.h) 99389447020b0c53
#define MACRO_END	} while (0)
//: macro PAGE_MASK (include/mach/machine/vm_param.h) e71050d902ffe87f
#define PAGE_MASK	(PAGE_SIZE - 1)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro TRUE (include/mach/boolean.h) 556be81280f1dd3e
#define TRUE	((boolean_t) 1)
//: macro VM_PAGE_NULL (vm/vm_page.h) cf018e3d9f32d889
#define VM_PAGE_NULL		((vm_page_t) 0)
//: macro VM_PROT_NONE (include/mach/vm_prot.h) c86cd986c6ddf6bd
#define VM_PROT_NONE	((vm_prot_t) 0x00)
//: macro queue_init (kern/queue.h) 8df7c8ab4fd6c8be
#define queue_init(q)	\
	MACRO_BEGIN			\
	(q)->next = (q);		\
	(q)->prev = (q);		\
	MACRO_END
//: macro round_page (include/mach/vm_param.h) 8fdb46eeb11621ad
#define round_page(x)	((vm_offset_t) ((((vm_offset_t) (x)) + PAGE_MASK) & ~PAGE_MASK))
//: macro simple_lock_init (kern/lock.h) 4311f10a0c35cfb0
#define simple_lock_init(l)
//: macro trunc_page (include/mach/vm_param.h) 57d01be64b7b4917
#define trunc_page(x)	((vm_offset_t) (((vm_offset_t) (x)) & ~PAGE_MASK))
//: layout of struct queue_entry (kern/queue.h) 4fdca81ad635f41d
struct queue_entry { // 8 bytes, aligned to 4
    struct queue_entry *next; // at 0
    struct queue_entry *prev; // at 4
}
//: layout of struct vm_map_entry (vm/vm_map.h) 7cf20d1ea58d3205
struct vm_map_entry { // 48 bytes, aligned to 4
}
//: layout of struct vm_page (vm/vm_page.h) 8c6e5bc1cb05a77b
struct vm_page { // 48 bytes, aligned to 4
    unsigned int busy : 1; // at 32, bit 0
    vm_prot_t page_lock; // at 40
    vm_prot_t unlock_request; // at 44
}
//: layout of struct vm_page_bucket_t (vm/vm_resident.c) 99b3b8f21522ea04
struct vm_page_bucket_t { // 4 bytes, aligned to 4
    vm_page_t pages; // at 0
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef queue_head_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_head_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_page_bucket_t (vm/vm_resident.c) 412590a7be6a817f
typedef struct vm_page_bucket_t vm_page_bucket_t
//: typedef vm_page_t (vm/vm_page.h) a024b5bfbe306b41
typedef struct vm_page *vm_page_t
//: typedef vm_prot_t (include/mach/vm_prot.h) 6da88c34ba124c41
typedef int vm_prot_t
//: typedef vm_size_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_size_t
//: prototype of pmap_startup (vm/pmap.h) 4098883b1e6b088d
void pmap_startup(vm_offset_t *, vm_offset_t *);
//: prototype of pmap_steal_memory (vm/pmap.h) b6de1365dbb732ca
vm_offset_t pmap_steal_memory(vm_size_t);
//: prototype of vm_page_hash_size (vm/vm_resident.c) b4d0631c5dbcf86a
static void vm_page_hash_size(void);
//: object kentry_count (vm/vm_map.h) 7b6932694d2b702c
int kentry_count;
//: object kentry_data (vm/vm_map.h) ce9fbab0b8e464a1
vm_offset_t kentry_data;
//: object kentry_data_size (vm/vm_map.h) ce9fbab0b8e464a1
vm_size_t kentry_data_size;
//: object vm_page_bucket_count (vm/vm_resident.c) ce9fbab0b8e464a1
unsigned int vm_page_bucket_count;
//: object vm_page_buckets (vm/vm_resident.c) e7946b968af535f2
vm_page_bucket_t *vm_page_buckets;
//: object vm_page_free_count (vm/vm_page.h) 7b6932694d2b702c
int vm_page_free_count;
//: object vm_page_free_count_minimum (vm/vm_page.h) ce9fbab0b8e464a1
unsigned int vm_page_free_count_minimum;
//: object vm_page_free_wanted (vm/vm_page.h) ce9fbab0b8e464a1
unsigned int vm_page_free_wanted;
//: object vm_page_queue_active (vm/vm_page.h) aa4edb5c371c7b0f
queue_head_t vm_page_queue_active;
//: object vm_page_queue_fictitious (vm/vm_page.h) 118c60da8fa1a4f1
vm_page_t vm_page_queue_fictitious;
//: object vm_page_queue_free (vm/vm_page.h) 118c60da8fa1a4f1
vm_page_t vm_page_queue_free;
//: object vm_page_queue_inactive (vm/vm_page.h) aa4edb5c371c7b0f
queue_head_t vm_page_queue_inactive;
//: object vm_page_template (vm/vm_resident.c) c50bb15ce3588d81
struct vm_page vm_page_template;
//: object zdata (kern/zalloc.h) ce9fbab0b8e464a1
vm_offset_t zdata;
//: object zdata_size (kern/zalloc.h) ce9fbab0b8e464a1
vm_size_t zdata_size;
