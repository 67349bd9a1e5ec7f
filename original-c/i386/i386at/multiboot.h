/*
 *	i386at/multiboot.h: what the boot loader tells (Multiboot
 *	Specification 0.6.96, "Boot information format").
 */
#ifndef	_I386AT_MULTIBOOT_H_
#define	_I386AT_MULTIBOOT_H_

#include <mach/machine/vm_types.h>

struct multiboot_info {
	unsigned int	flags;
	unsigned int	mem_lower;	/* KiB from 0 */
	unsigned int	mem_upper;	/* KiB from 1 MiB to the first hole */
	unsigned int	boot_device;
	vm_offset_t	cmdline;
	unsigned int	mods_count;
	vm_offset_t	mods_addr;
	union {
		struct {
			unsigned int	tabsize, strsize, addr, pad;
		} aout;
		struct {
			unsigned int	num, size, addr, shndx;
		} elf;
	} syms;
	unsigned int	mmap_length;
	vm_offset_t	mmap_addr;
};

#define	MULTIBOOT_MEMORY	0x001
#define	MULTIBOOT_CMDLINE	0x004
#define	MULTIBOOT_MODS		0x008

struct multiboot_module {
	vm_offset_t	mod_start;
	vm_offset_t	mod_end;
	vm_offset_t	string;
	unsigned int	reserved;
};

#endif	/* _I386AT_MULTIBOOT_H_ */
