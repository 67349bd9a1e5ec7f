// linux_kfree of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of linux_kfree (linux/dev/glue/kmem.c) 4e3638678ddf4a6e
void
linux_kfree(void *p)
{
	unsigned long flags;
	struct pagehdr *ph;
	struct blkhdr *bh;

	assert(((unsigned long) p & (sizeof(int) - 1)) == 0);

	save_flags(flags);
	cli();
	for (ph = memlist; ph != NULL; ph = ph->next)
		if ((char *) p >= (char *) FIRST_BLOCK(ph)
		    && (char *) p < (char *) RUN_END(ph))
			break;
	assert(ph != NULL);

	bh = (struct blkhdr *) p - 1;
	assert(!bh->free);
	assert(bh->size >= MIN_ALLOC);
	assert((bh->size & (sizeof(int) - 1)) == 0);
	bh->free = 1;
	check_page_list(__LINE__);
	restore_flags(flags);
}
//: declaration of linux_kfree (linux/dev/glue/kmem.c) 3c776b412613f48e
void linux_kfree(void *);
//: macro FIRST_BLOCK (linux/dev/glue/kmem.c) 17fb3023cc221481
#define FIRST_BLOCK(ph)	((struct blkhdr *) ((ph) + 1))
//: macro MIN_ALLOC (linux/dev/glue/kmem.c) 8a9f44307aaa1d25
#define MIN_ALLOC	12
//: macro NULL (<__stddef_null.h>) 7b7e78df9a4d68d6
#define NULL ((void*)0)
//: macro RUN_END (linux/dev/glue/kmem.c) 834fb4f088e59f03
#define RUN_END(ph)	((struct blkhdr *) ((char *) (ph) + (ph)->size))
//: macro assert (kern/assert.h) 0eeff2baa7e01d39
#define assert(ex)	\
	({ if (!(ex)) Assert(#ex, __FILE__, __LINE__); (void) 0; })
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
//: prototype of Assert (kern/assert.h) a445881d6dce809c
void Assert(const char *, const char *, int);
//: object memlist (linux/dev/glue/kmem.c) 6072d844b432987f
static struct pagehdr *memlist;
