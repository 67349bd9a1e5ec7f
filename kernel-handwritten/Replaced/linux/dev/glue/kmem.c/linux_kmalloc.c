// linux_kmalloc of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of linux_kmalloc (linux/dev/glue/kmem.c) bdfe1af009825055
void *
linux_kmalloc(unsigned int size, int priority)
{
	unsigned long flags;
	struct blkhdr *bh;

	if (size > MAX_ALLOC) {
		printk(KERN_WARNING "kmalloc: %u bytes are too many\n", size);
		return NULL;
	}
	if (size < MIN_ALLOC)
		size = MIN_ALLOC;
	else
		size = (size + sizeof(int) - 1) & ~(sizeof(int) - 1);

	save_flags(flags);
	cli();
	bh = find_block(size);
	if (bh == NULL) {
		coalesce_blocks();
		bh = find_block(size);
	}
	if (bh == NULL && grow_memlist(size))
		bh = find_block(size);
	check_page_list(__LINE__);
	restore_flags(flags);

	return bh == NULL ? NULL : (void *) (bh + 1);
}
//: declaration of linux_kmalloc (linux/dev/glue/kmem.c) e64318e1f5ff18c2
void *linux_kmalloc(unsigned int, int);
//: macro KERN_WARNING (linux/dev/include/linux/kernel.h) 6be5f78992d0d477
#define KERN_WARNING	"<4>"
//: macro MAX_ALLOC (linux/dev/glue/kmem.c) 6572562e63ff0a0e
#define MAX_ALLOC \
	(MEM_CHUNK_SIZE - sizeof(struct pagehdr) - sizeof(struct blkhdr))
//: macro MEM_CHUNK_SIZE (linux/dev/glue/kmem.c) c9583d8a3e92ad50
#define MEM_CHUNK_SIZE	(64 * 1024)
//: macro MIN_ALLOC (linux/dev/glue/kmem.c) 8a9f44307aaa1d25
#define MIN_ALLOC	12
//: macro NULL (<__stddef_null.h>) 7b7e78df9a4d68d6
#define NULL ((void*)0)
//: macro check_page_list (linux/dev/glue/kmem.c) dbe4b25d9d30ff01
#define check_page_list(line)
//: macro cli (linux/dev/include/asm/system.h) 0a0118f4a04e4b23
#define cli()	__asm__ __volatile__ ("cli" : : : "memory")
//: macro restore_flags (linux/dev/include/asm/system.h) b3a58d223908fb72
#define restore_flags(x) \
	__asm__ __volatile__ ("pushl %0; popfl" : : "g" (x) : "memory", "cc")
//: macro save_flags (linux/dev/include/asm/system.h) 0f09efb04074378d
#define save_flags(x) \
	__asm__ __volatile__ ("pushfl; popl %0" : "=g" (x) : : "memory")
//: layout of struct blkhdr (linux/dev/glue/kmem.c) 0075bdcc6271a540
struct blkhdr { // 4 bytes, aligned to 2
}
//: layout of struct pagehdr (linux/dev/glue/kmem.c) d9fc3a0f0a835431
struct pagehdr { // 8 bytes, aligned to 4
}
//: prototype of coalesce_blocks (linux/dev/glue/kmem.c) b4d0631c5dbcf86a
static void coalesce_blocks(void);
//: prototype of find_block (linux/dev/glue/kmem.c) acc126015f6b512a
static struct blkhdr *find_block(int);
//: prototype of grow_memlist (linux/dev/glue/kmem.c) 87c69d383cb9d211
static int grow_memlist(int);
//: prototype of printk (linux/dev/include/linux/kernel.h) bd11ded896c79b13
int printk(const char *, ...) __attribute__((format(printf, 1, 2)));
