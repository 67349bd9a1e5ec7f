// coalesce_blocks of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of coalesce_blocks (linux/dev/glue/kmem.c) 3644227d4af74117
static void
coalesce_blocks(void)
{
	struct pagehdr *ph;
	struct blkhdr *bh, *next;

	num_block_coalesce++;
	for (ph = memlist; ph != NULL; ph = ph->next) {
		for (bh = FIRST_BLOCK(ph); bh < RUN_END(ph);
		     bh = NEXT_BLOCK(bh)) {
			if (!bh->free)
				continue;
			while ((next = NEXT_BLOCK(bh)) < RUN_END(ph)
			       && next->free)
				bh->size += sizeof(struct blkhdr) + next->size;
		}
	}
	check_page_list(__LINE__);
}
//: declaration of coalesce_blocks (linux/dev/glue/kmem.c) b4d0631c5dbcf86a
static void coalesce_blocks(void);
//: macro FIRST_BLOCK (linux/dev/glue/kmem.c) 17fb3023cc221481
#define FIRST_BLOCK(ph)	((struct blkhdr *) ((ph) + 1))
//: macro NEXT_BLOCK (linux/dev/glue/kmem.c) 38b1fde25da2bfd6
#define NEXT_BLOCK(bh) \
	((struct blkhdr *) ((char *) ((bh) + 1) + (bh)->size))
//: macro NULL (<__stddef_null.h>) 7b7e78df9a4d68d6
#define NULL ((void*)0)
//: macro RUN_END (linux/dev/glue/kmem.c) 834fb4f088e59f03
#define RUN_END(ph)	((struct blkhdr *) ((char *) (ph) + (ph)->size))
//: macro check_page_list (linux/dev/glue/kmem.c) dbe4b25d9d30ff01
#define check_page_list(line)
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
//: object memlist (linux/dev/glue/kmem.c) 6072d844b432987f
static struct pagehdr *memlist;
//: object num_block_coalesce (linux/dev/include/linux/malloc.h) 7b6932694d2b702c
int num_block_coalesce;
