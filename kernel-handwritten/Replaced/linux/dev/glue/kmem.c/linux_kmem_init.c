// linux_kmem_init of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of linux_kmem_init (linux/dev/glue/kmem.c) 9f8f12eae61ab734
void
linux_kmem_init(void)
{
	struct vm_page *pages;
	struct chunkhdr *chunk;

	for (chunk = pages_free; chunk < pages_free + MEM_CHUNKS; chunk++) {
		chunk->start = alloc_contig_mem(MEM_CHUNK_SIZE, MAX_DMA_ADDRESS,
						0xffff, &pages);
		assert(chunk->start != 0);
		assert((chunk->start & 0xffff) == 0);
		chunk->end = chunk->start + MEM_CHUNK_SIZE;
		assert(_kvtophys(chunk->end) <= MAX_DMA_ADDRESS);
		chunk->bitmap = (1UL << CHUNK_PAGES) - 1;
	}
	linux_mem_avail = MEM_CHUNKS * CHUNK_PAGES;
}
//: declaration of linux_kmem_init (linux/dev/glue/kmem.c) d888f29ad69e03d5
void linux_kmem_init(void);
//: macro CHUNK_PAGES (linux/dev/glue/kmem.c) 2c89a5cf3bd2ca1a
#define CHUNK_PAGES	(MEM_CHUNK_SIZE / PAGE_SIZE)
//: macro MAX_DMA_ADDRESS (linux/dev/include/asm/dma.h) 3152d641ae262771
#define MAX_DMA_ADDRESS		0x1000000UL
//: macro MEM_CHUNKS (linux/dev/glue/kmem.c) 4a62d978828b700f
#define MEM_CHUNKS	7
//: macro MEM_CHUNK_SIZE (linux/dev/glue/kmem.c) c9583d8a3e92ad50
#define MEM_CHUNK_SIZE	(64 * 1024)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro _kvtophys (include/mach/machine/vm_param.h) cab5c7fd3a27733d
#define _kvtophys(va)		((vm_offset_t) (va) - phys_mem_va)
//: macro assert (kern/assert.h) 0eeff2baa7e01d39
#define assert(ex)	\
	({ if (!(ex)) Assert(#ex, __FILE__, __LINE__); (void) 0; })
//: macro phys_mem_va (include/mach/machine/vm_param.h) 874438edcad8b808
#define phys_mem_va		((vm_offset_t) 0)
//: layout of struct chunkhdr (linux/dev/glue/kmem.c) 1cd4f5f59bc0b423
struct chunkhdr { // 12 bytes, aligned to 4
    unsigned long start; // at 0
    unsigned long end; // at 4
    unsigned long bitmap; // at 8
}
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: prototype of Assert (kern/assert.h) a445881d6dce809c
void Assert(const char *, const char *, int);
//: prototype of alloc_contig_mem (linux/dev/include/linux/glue.h) e382141d9b247d80
unsigned long alloc_contig_mem(unsigned int, unsigned int, unsigned int, struct vm_page **);
//: object linux_mem_avail (linux/dev/glue/kmem.c) 7b6932694d2b702c
int linux_mem_avail;
//: object pages_free (linux/dev/glue/kmem.c) 4286cc37068c0f52
static struct chunkhdr pages_free[7];
