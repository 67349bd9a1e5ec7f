// linux_init of linux/dev/init/main.c as accepted, with what it depends on; by 'port accept'.
//: text of linux_init (linux/dev/init/main.c) 77046d2b90ed30a7
void
linux_init(void)
{
	unsigned long memory_start, memory_end;
	struct vm_page *pages, *next;

	high_memory = phystokv(phys_last_addr);

	linux_sched_init();
	init_IRQ();
	calibrate_delay();

	copy_drive_table(drive_info.dummy, BIOS_DISK0_VECTOR);
	copy_drive_table(drive_info.dummy + 16, BIOS_DISK1_VECTOR);

	linux_kmem_init();

	memory_start = alloc_contig_mem(PCI_MEM_SIZE, MAX_DMA_ADDRESS, 0,
					&pages);
	if (memory_start == 0)
		panic("linux_init: no memory for the PCI devices");
	memory_end = memory_start + PCI_MEM_SIZE;
	memory_start = pci_init(memory_start, memory_end);
	if (memory_start > memory_end)
		panic("linux_init: pci_init ran over its memory");

	/* Keep the pages that were used, give the others back. */
	memory_start = round_page(memory_start);
	while (pages != NULL && phystokv(pages->phys_addr) < memory_start) {
		next = (struct vm_page *) pages->pageq.next;
		pages->pageq.next = NULL;
		pages = next;
	}
	free_contig_mem(pages);

	blk_dev_init();

	restore_IRQ();
	linux_auto_config = 0;
}
//: declaration of linux_init (linux/dev/init/main.c) d888f29ad69e03d5
void linux_init(void);
//: macro BIOS_DISK0_VECTOR (linux/dev/init/main.c) b705a02436930652
#define BIOS_DISK0_VECTOR	0x104
//: macro BIOS_DISK1_VECTOR (linux/dev/init/main.c) 6f46d5c1451ff039
#define BIOS_DISK1_VECTOR	0x118
//: macro MAX_DMA_ADDRESS (linux/dev/include/asm/dma.h) 3152d641ae262771
#define MAX_DMA_ADDRESS		0x1000000UL
//: macro NULL (<__stddef_null.h>) 7b7e78df9a4d68d6
#define NULL ((void*)0)
//: macro PAGE_MASK (include/mach/machine/vm_param.h) e71050d902ffe87f
#define PAGE_MASK	(PAGE_SIZE - 1)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro PCI_MEM_SIZE (linux/dev/init/main.c) eec019a81964410f
#define PCI_MEM_SIZE	(512 * 1024)
//: macro phys_mem_va (include/mach/machine/vm_param.h) 874438edcad8b808
#define phys_mem_va		((vm_offset_t) 0)
//: macro phystokv (include/mach/machine/vm_param.h) c691ca9f7febd1ef
#define phystokv(pa)		((vm_offset_t) (pa) + phys_mem_va)
//: macro round_page (include/mach/vm_param.h) 8fdb46eeb11621ad
#define round_page(x)	((vm_offset_t) ((((vm_offset_t) (x)) + PAGE_MASK) & ~PAGE_MASK))
//: layout of struct drive_info_struct (linux/dev/init/main.c) 65ed8753f6904197
struct drive_info_struct { // 32 bytes, aligned to 1
    char dummy[32]; // at 0
}
//: layout of struct queue_entry (kern/queue.h) 92c93f9dd84a0749
struct queue_entry { // 8 bytes, aligned to 4
    struct queue_entry *next; // at 0
}
//: layout of struct vm_page (vm/vm_page.h) ef71d69b522c1a89
struct vm_page { // 48 bytes, aligned to 4
    queue_chain_t pageq; // at 0
    vm_offset_t phys_addr; // at 36
}
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef queue_chain_t (kern/queue.h) 3e016ca01ed062c9
typedef struct queue_entry queue_chain_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: prototype of alloc_contig_mem (linux/dev/include/linux/glue.h) e382141d9b247d80
unsigned long alloc_contig_mem(unsigned int, unsigned int, unsigned int, struct vm_page **);
//: prototype of blk_dev_init (linux/dev/include/linux/blkdev.h) 63fc432328a0a70f
int blk_dev_init(void);
//: prototype of calibrate_delay (linux/dev/include/linux/delay.h) d888f29ad69e03d5
void calibrate_delay(void);
//: prototype of copy_drive_table (linux/dev/init/main.c) 4d42250b0e2dd033
static void copy_drive_table(char *, unsigned long);
//: prototype of free_contig_mem (linux/dev/include/linux/glue.h) f483e29557065863
void free_contig_mem(struct vm_page *);
//: prototype of init_IRQ (linux/dev/include/linux/glue.h) d888f29ad69e03d5
void init_IRQ(void);
//: prototype of linux_kmem_init (linux/dev/include/linux/glue.h) d888f29ad69e03d5
void linux_kmem_init(void);
//: prototype of linux_sched_init (linux/dev/include/linux/glue.h) d888f29ad69e03d5
void linux_sched_init(void);
//: prototype of panic (kern/debug.h) 461a52615af722c8
void panic(const char *, ...);
//: prototype of pci_init (linux/dev/include/linux/pci.h) 5229529b34d24689
unsigned long pci_init(unsigned long, unsigned long);
//: prototype of restore_IRQ (linux/dev/include/linux/glue.h) d888f29ad69e03d5
void restore_IRQ(void);
//: object drive_info (linux/dev/init/main.c) ed5548b9bed63a4e
struct drive_info_struct drive_info;
//: object high_memory (linux/dev/include/linux/mm.h) dae432f20045f9b7
unsigned long high_memory;
//: object linux_auto_config (linux/dev/include/linux/sched.h) 7b6932694d2b702c
int linux_auto_config;
//: object phys_last_addr (linux/dev/init/main.c) ce9fbab0b8e464a1
vm_offset_t phys_last_addr;
