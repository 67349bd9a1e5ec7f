// find_pages of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of find_pages (linux/dev/glue/kmem.c) 5ac28cb4aeea710a
static unsigned long
find_pages(int n)
{
	struct chunkhdr *chunk;
	unsigned long run;
	int page;

	for (chunk = pages_free; chunk < pages_free + MEM_CHUNKS; chunk++) {
		run = (1UL << n) - 1;
		for (page = 0; page + n <= CHUNK_PAGES; page++, run <<= 1)
			if ((chunk->bitmap & run) == run) {
				chunk->bitmap &= ~run;
				return chunk->start + page * PAGE_SIZE;
			}
	}
	return 0;
}
//: declaration of find_pages (linux/dev/glue/kmem.c) 52fa8eea23bbd355
static unsigned long find_pages(int);
//: macro CHUNK_PAGES (linux/dev/glue/kmem.c) 2c89a5cf3bd2ca1a
#define CHUNK_PAGES	(MEM_CHUNK_SIZE / PAGE_SIZE)
//: macro MEM_CHUNKS (linux/dev/glue/kmem.c) 4a62d978828b700f
#define MEM_CHUNKS	7
//: macro MEM_CHUNK_SIZE (linux/dev/glue/kmem.c) c9583d8a3e92ad50
#define MEM_CHUNK_SIZE	(64 * 1024)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: layout of struct chunkhdr (linux/dev/glue/kmem.c) 06d8b9ea86546518
struct chunkhdr { // 12 bytes, aligned to 4
    unsigned long start; // at 0
    unsigned long bitmap; // at 8
}
//: object pages_free (linux/dev/glue/kmem.c) 4286cc37068c0f52
static struct chunkhdr pages_free[7];
