// find_block of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of find_block (linux/dev/glue/kmem.c) 0ed9d59c3089f5b2
static struct blkhdr *
find_block(int size)
{
	struct pagehdr *ph;
	struct blkhdr *bh, *rest;

	for (ph = memlist; ph != NULL; ph = ph->next) {
		for (bh = FIRST_BLOCK(ph); bh < RUN_END(ph);
		     bh = NEXT_BLOCK(bh))
			if (bh->free && bh->size >= size)
				goto found;
	}
	return NULL;

found:
	/* What is left becomes a block if it can hold the smallest one. */
	if (bh->size - size >= (int) (sizeof(struct blkhdr) + MIN_ALLOC)) {
		rest = (struct blkhdr *) ((char *) (bh + 1) + size);
		rest->free = 1;
		rest->size = bh->size - size - sizeof(struct blkhdr);
		bh->size = size;
	}
	bh->free = 0;
	return bh;
}
//: declaration of find_block (linux/dev/glue/kmem.c) acc126015f6b512a
static struct blkhdr *find_block(int);
//: macro FIRST_BLOCK (linux/dev/glue/kmem.c) 17fb3023cc221481
#define FIRST_BLOCK(ph)	((struct blkhdr *) ((ph) + 1))
//: macro MIN_ALLOC (linux/dev/glue/kmem.c) 8a9f44307aaa1d25
#define MIN_ALLOC	12
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
//: object memlist (linux/dev/glue/kmem.c) 6072d844b432987f
static struct pagehdr *memlist;
