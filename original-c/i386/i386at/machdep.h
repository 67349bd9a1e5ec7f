/*
 *	i386at/machdep.h: what the PC offers to the rest of the kernel.
 */
#ifndef	_I386AT_MACHDEP_H_
#define	_I386AT_MACHDEP_H_

#include <mach/boolean.h>
#include <mach/machine/vm_types.h>

/* Console (cons.c). */
extern void	cninit(void);
extern void	cnputc(char c);

/* Options (cmdline.c). */
extern char		*kernel_cmdline;

extern void	cmdline_keep(const char *from);
extern void	cmdline_check(void);
extern const char *cmdline_value(const char *name);
extern unsigned int cmdline_number(const char *name);

/* The machine (model_dep.c). */
extern vm_offset_t	phys_first_addr;	/* first byte of memory */
extern vm_offset_t	phys_last_addr;		/* behind the last byte */
extern int		use_all_mem;

extern void	c_boot_entry(vm_offset_t info);
extern void	machine_init(void);
extern boolean_t init_alloc_aligned(vm_size_t size, vm_offset_t *addrp);
extern vm_offset_t alloc_dma_mem(vm_size_t size, vm_offset_t align);

extern void	halt_all_cpus(int status) __attribute__((noreturn));

/* What the exit device of the emulator is told. */
#define	EXIT_PASSED	0x10
#define	EXIT_FAILED	0x11
#define	EXIT_PANIC	0x12

/* Clock (pit.c). */
extern void	clkstart(void);
extern void	startrtclock(void);


/* Symbols of the linker script. */
extern char	_start[], etext[], edata[], end[];

#endif	/* _I386AT_MACHDEP_H_ */
