/*
 *	i386/proc_reg.h: the processor's registers and single instructions.
 */
#ifndef	_I386_PROC_REG_H_
#define	_I386_PROC_REG_H_

#define	CR0_PG		0x80000000	/* paging */
#define	CR0_WP		0x00010000	/* honour write protection in ring 0 */
#define	CR0_TS		0x00000008
#define	CR0_EM		0x00000004
#define	CR0_MP		0x00000002

#define	EFL_IF		0x00000200	/* interrupts enabled */
#define	EFL_DF		0x00000400

#define	get_cr0()	\
	({ unsigned int _v; __asm__ volatile ("movl %%cr0, %0" : "=r" (_v)); _v; })
#define	set_cr0(value)	\
	({ unsigned int _v = (value); __asm__ volatile ("movl %0, %%cr0" : : "r" (_v) : "memory"); })
#define	get_cr2()	\
	({ unsigned int _v; __asm__ volatile ("movl %%cr2, %0" : "=r" (_v)); _v; })
#define	get_cr3()	\
	({ unsigned int _v; __asm__ volatile ("movl %%cr3, %0" : "=r" (_v)); _v; })
#define	set_cr3(value)	\
	({ unsigned int _v = (value); __asm__ volatile ("movl %0, %%cr3" : : "r" (_v) : "memory"); })
#define	flush_tlb()	set_cr3(get_cr3())

/*
 *	Forget what the processor knows of one page.
 */
static inline void
invlpg(unsigned int la)
{
	__asm__ volatile ("invlpg (%0)" : : "r" (la) : "memory");
}

/*
 *	Interrupts.
 */
static inline void
cli(void)
{
	__asm__ volatile ("cli" : : : "memory");
}

static inline void
sti(void)
{
	__asm__ volatile ("sti" : : : "memory");
}

static inline unsigned int
get_eflags(void)
{
	unsigned int	eflags;

	__asm__ volatile ("pushfl; popl %0" : "=r" (eflags) : : "memory");
	return eflags;
}

static inline void
set_eflags(unsigned int eflags)
{
	__asm__ volatile ("pushl %0; popfl" : : "r" (eflags) : "memory", "cc");
}

/*
 *	Sleep until the next interrupt.  The instruction behind sti is still
 *	covered, so that none is lost in between.
 */
static inline void
sti_hlt(void)
{
	__asm__ volatile ("sti; hlt" : : : "memory");
}

/*
 *	Descriptor tables.  The operand names the whole six bytes, not only
 *	the limit, so that the compiler stores the base as well.
 */
struct pseudo_descriptor {
	unsigned short	limit;
	unsigned int	base;
} __attribute__((packed));

static inline void
lgdt(struct pseudo_descriptor *pdesc)
{
	__asm__ volatile ("lgdt %0" : : "m" (*pdesc) : "memory");
}

static inline void
lidt(struct pseudo_descriptor *pdesc)
{
	__asm__ volatile ("lidt %0" : : "m" (*pdesc) : "memory");
}

static inline void
ltr(unsigned short selector)
{
	__asm__ volatile ("ltr %w0" : : "r" (selector) : "memory");
}

#endif	/* _I386_PROC_REG_H_ */
