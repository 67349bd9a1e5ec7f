// mem_size_init of i386/i386at/model_dep.c as accepted, with what it depends on; by 'port accept'.
//: text of mem_size_init (i386/i386at/model_dep.c) 198f9055ede0c69c
static void
mem_size_init(void)
{
	phys_first_addr = 0;
	phys_last_addr = LOW_MEMORY_END + boot_info.mem_upper * 1024;
	phys_last_addr = trunc_page(phys_last_addr);

	if (phys_last_addr > MAX_DIRECT_MAP
	    || boot_info.mem_upper >= MAX_DIRECT_MAP / 1024) {
		printf("memory above 0x%x is not used: the direct map ends there\n",
		       MAX_DIRECT_MAP);
		phys_last_addr = MAX_DIRECT_MAP;
	}
	printf("AT386 boot: physical memory from 0x%x to 0x%x\n",
	       phys_first_addr, phys_last_addr);
	if (!use_all_mem && phys_last_addr > DMA_LIMIT)
		printf("(memory is limited to 16 MiB)\n");

	avail_remaining = phys_last_addr
		- (LOW_MEMORY_END - boot_info.mem_lower * 1024 - FIRST_AVAIL);
}
//: declaration of mem_size_init (i386/i386at/model_dep.c) b4d0631c5dbcf86a
static void mem_size_init(void);
//: macro DMA_LIMIT (i386/i386at/model_dep.c) c452a2c7a2241338
#define DMA_LIMIT	0x1000000
//: macro FIRST_AVAIL (i386/i386at/model_dep.c) b8487fabd13b74d3
#define FIRST_AVAIL	0x1000
//: macro LOW_MEMORY_END (i386/i386at/model_dep.c) e09e2b4587d54e4b
#define LOW_MEMORY_END	0x100000
//: macro MAX_DIRECT_MAP (i386/i386at/model_dep.c) f9d433ef2015edb2
#define MAX_DIRECT_MAP	0x32000000
//: macro PAGE_MASK (include/mach/machine/vm_param.h) e71050d902ffe87f
#define PAGE_MASK	(PAGE_SIZE - 1)
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro trunc_page (include/mach/vm_param.h) 57d01be64b7b4917
#define trunc_page(x)	((vm_offset_t) (((vm_offset_t) (x)) & ~PAGE_MASK))
//: layout of struct multiboot_info (i386/i386at/multiboot.h) a3d46e05a1c6f7fa
struct multiboot_info { // 52 bytes, aligned to 4
    unsigned int mem_lower; // at 4
    unsigned int mem_upper; // at 8
}
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_size_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_size_t
//: prototype of printf (kern/printf.h) 4634b80493b44f92
int printf(const char *, ...);
//: object avail_remaining (i386/i386at/model_dep.c) 69b56eec26c0be1c
static vm_size_t avail_remaining;
//: object boot_info (i386/i386at/model_dep.c) 90dc08cd4a2d2493
static struct multiboot_info boot_info;
//: object phys_first_addr (i386/i386at/machdep.h) ce9fbab0b8e464a1
vm_offset_t phys_first_addr;
//: object phys_last_addr (i386/i386at/machdep.h) ce9fbab0b8e464a1
vm_offset_t phys_last_addr;
//: object use_all_mem (i386/i386at/machdep.h) 7b6932694d2b702c
int use_all_mem;
