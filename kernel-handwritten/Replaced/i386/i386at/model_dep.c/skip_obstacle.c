// skip_obstacle of i386/i386at/model_dep.c as accepted, with what it depends on; by 'port accept'.
//: text of skip_obstacle (i386/i386at/model_dep.c) dc71202256b7be71
static boolean_t
skip_obstacle(vm_offset_t *addr, vm_size_t size)
{
	struct multiboot_module *m;
	unsigned int	i;

	if (overlaps(addr, size, boot_info.mem_lower * 1024, LOW_MEMORY_END)
	    || overlaps(addr, size, (vm_offset_t) _start,
			_kvtophys((vm_offset_t) end)))
		return TRUE;

	if (boot_info.flags & MULTIBOOT_MODS) {
		if (overlaps(addr, size, boot_info.mods_addr,
			     boot_info.mods_addr
			     + boot_info.mods_count * sizeof(*m)))
			return TRUE;
		m = (struct multiboot_module *) phystokv(boot_info.mods_addr);
		for (i = 0; i < boot_info.mods_count; i++)
			if (overlaps(addr, size, m[i].mod_start, m[i].mod_end)
			    || overlaps(addr, size, m[i].string,
					m[i].string + PAGE_SIZE))
				return TRUE;
	}
	return FALSE;
}
//: declaration of skip_obstacle (i386/i386at/model_dep.c) cfe0d1be8a4f0074
static boolean_t skip_obstacle(vm_offset_t *, vm_size_t);
//: macro FALSE (include/mach/boolean.h) 5b55f5030ebe6d2d
#define FALSE	((boolean_t) 0)
//: macro LOW_MEMORY_END (i386/i386at/model_dep.c) e09e2b4587d54e4b
#define LOW_MEMORY_END	0x100000
//: macro MULTIBOOT_MODS (i386/i386at/multiboot.h) b390f720ba0f9e04
#define MULTIBOOT_MODS		0x008
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
//: macro PAGE_SIZE (include/mach/machine/vm_param.h) ff13dfff9f5219a0
#define PAGE_SIZE	(1 << PAGE_SHIFT)
//: macro TRUE (include/mach/boolean.h) 556be81280f1dd3e
#define TRUE	((boolean_t) 1)
//: macro _kvtophys (include/mach/machine/vm_param.h) cab5c7fd3a27733d
#define _kvtophys(va)		((vm_offset_t) (va) - phys_mem_va)
//: macro phys_mem_va (include/mach/machine/vm_param.h) 874438edcad8b808
#define phys_mem_va		((vm_offset_t) 0)
//: macro phystokv (include/mach/machine/vm_param.h) c691ca9f7febd1ef
#define phystokv(pa)		((vm_offset_t) (pa) + phys_mem_va)
//: layout of struct multiboot_info (i386/i386at/multiboot.h) a407c9f392c92560
struct multiboot_info { // 52 bytes, aligned to 4
    unsigned int flags; // at 0
    unsigned int mem_lower; // at 4
    unsigned int mods_count; // at 20
    vm_offset_t mods_addr; // at 24
}
//: layout of struct multiboot_module (i386/i386at/multiboot.h) 78d9dfc591390beb
struct multiboot_module { // 16 bytes, aligned to 4
    vm_offset_t mod_start; // at 0
    vm_offset_t mod_end; // at 4
    vm_offset_t string; // at 8
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: typedef vm_size_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_size_t
//: prototype of overlaps (i386/i386at/model_dep.c) cd10baf1bae75db0
static boolean_t overlaps(vm_offset_t *, vm_size_t, vm_offset_t, vm_offset_t);
//: object _start (i386/i386at/machdep.h) d83e1b6e2f8bc86d
char _start[];
//: object boot_info (i386/i386at/model_dep.c) 90dc08cd4a2d2493
static struct multiboot_info boot_info;
//: object end (i386/i386at/machdep.h) d83e1b6e2f8bc86d
char end[];
