// collect_kmalloc_pages of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of collect_kmalloc_pages (linux/dev/glue/kmem.c) 01fb508801745d0c
static void
collect_kmalloc_pages(void)
{
	struct pagehdr *ph, **prev_ph;
	struct blkhdr *bh;

	coalesce_blocks();
	prev_ph = &memlist;
	while ((ph = *prev_ph) != NULL) {
		bh = FIRST_BLOCK(ph);
		if (bh->free && NEXT_BLOCK(bh) == RUN_END(ph)) {
			*prev_ph = ph->next;
			free_pages((unsigned long) ph,
				   get_page_order(ph->size));
		} else
			prev_ph = &ph->next;
	}
}
//: declaration of collect_kmalloc_pages (linux/dev/glue/kmem.c) b4d0631c5dbcf86a
static void collect_kmalloc_pages(void);
//: macro FIRST_BLOCK (linux/dev/glue/kmem.c) 17fb3023cc221481
#define FIRST_BLOCK(ph)	((struct blkhdr *) ((ph) + 1))
//: macro NEXT_BLOCK (linux/dev/glue/kmem.c) 38b1fde25da2bfd6
#define NEXT_BLOCK(bh) \
	((struct blkhdr *) ((char *) ((bh) + 1) + (bh)->size))
//: macro NULL (<__stddef_null.h>) 7b7e78df9a4d68d6
#define NULL ((void*)0)
//: macro RUN_END (linux/dev/glue/kmem.c) 834fb4f088e59f03
#define RUN_END(ph)	((struct blkhdr *) ((char *) (ph) + (ph)->size))
//: layout of struct blkhdr (linux/dev/glue/kmem.c) 2f522ec0f75211cb
struct blkhdr { // 4 bytes, aligned to 2
    unsigned short free; // at 0
    unsigned short size; // at 2
}
//: layout of struct pagehdr (linux/dev/glue/kmem.c) 01c2e496866d8481
struct pagehdr { // 8 bytes, aligned to 4
    unsigned int size; // at 0
    struct pagehdr *next; // at 4
}
//: prototype of coalesce_blocks (linux/dev/glue/kmem.c) b4d0631c5dbcf86a
static void coalesce_blocks(void);
//: prototype of free_pages (linux/dev/include/linux/mm.h) c46a34fc99d35445
void free_pages(unsigned long, unsigned long);
//: prototype of get_page_order (linux/dev/glue/kmem.c) 52fa8eea23bbd355
static unsigned long get_page_order(int);
//: object memlist (linux/dev/glue/kmem.c) 6072d844b432987f
static struct pagehdr *memlist;
