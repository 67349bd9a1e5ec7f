/*
 *	i386/tables.c: the processor's descriptor tables.
 */

#include <i386/i386/proc_reg.h>
#include <i386/i386/pic.h>
#include <i386/i386/seg.h>
#include <i386/i386/trap.h>

struct real_descriptor	gdt[GDTSZ];
struct real_gate	idt[IDTSZ];

/* locore.S */
extern const unsigned int	trap_entry_table[NTRAPS];
extern const unsigned int	int_entry_table[NINTR];
extern void			stray_entry(void);
extern void			load_segments(void);

/*
 *	The task state segment: no task is ever switched to, but the
 *	processor wants one.
 */
static struct {
	unsigned int	back_link, esp0, ss0;
	unsigned int	rest[22];
	unsigned short	trace, io_bit_map_offset;
} ktss;

static void
fill_descriptor(struct real_descriptor *desc, unsigned int base,
		unsigned int limit, unsigned char access,
		unsigned char sizebits)
{
	if (limit > 0xfffff) {
		limit >>= 12;
		sizebits |= SZ_G;
	}
	desc->limit_low = limit & 0xffff;
	desc->base_low = base & 0xffff;
	desc->base_med = (base >> 16) & 0xff;
	desc->access = access | ACC_P;
	desc->limit_high = limit >> 16;
	desc->granularity = sizebits;
	desc->base_high = base >> 24;
}

static void
fill_gate(struct real_gate *gate, unsigned int offset, unsigned char access)
{
	gate->offset_low = offset & 0xffff;
	gate->selector = KERNEL_CS;
	gate->word_count = 0;
	gate->access = access | ACC_P;
	gate->offset_high = offset >> 16;
}

/*
 *	gdt_init:
 *
 *	Flat code and data; the boot loader's table may be overwritten at
 *	any time.
 */
void
gdt_init(void)
{
	struct pseudo_descriptor pdesc;

	fill_descriptor(&gdt[KERNEL_CS / 8], 0, 0xffffffff, ACC_CODE_R, SZ_32);
	fill_descriptor(&gdt[KERNEL_DS / 8], 0, 0xffffffff, ACC_DATA_W, SZ_32);

	pdesc.limit = sizeof(gdt) - 1;
	pdesc.base = (unsigned int) gdt;
	lgdt(&pdesc);
	load_segments();
}

/*
 *	idt_init:
 *
 *	Exceptions, and a plain return for what should not happen.
 */
void
idt_init(void)
{
	struct pseudo_descriptor pdesc;
	int		i;

	for (i = 0; i < IDTSZ; i++)
		fill_gate(&idt[i], (unsigned int) stray_entry, ACC_INTR_GATE);
	for (i = 0; i < NTRAPS; i++)
		fill_gate(&idt[i], trap_entry_table[i], ACC_TRAP_GATE);
	/* The fault address must be read before another fault changes it. */
	fill_gate(&idt[T_PAGE_FAULT], trap_entry_table[T_PAGE_FAULT],
		  ACC_INTR_GATE);

	pdesc.limit = sizeof(idt) - 1;
	pdesc.base = (unsigned int) idt;
	lidt(&pdesc);
}

/*
 *	int_init:
 *
 *	The interrupt lines.
 */
void
int_init(void)
{
	int		i;

	for (i = 0; i < NINTR; i++)
		fill_gate(&idt[PICM_VECTBASE + i], int_entry_table[i],
			  ACC_INTR_GATE);
}

/*
 *	ldt_init:
 *
 *	Without user mode there is no local table.
 */
void
ldt_init(void)
{
	__asm__ volatile ("lldt %w0" : : "r" ((unsigned short) 0));
}

void
ktss_init(void)
{
	ktss.ss0 = KERNEL_DS;
	ktss.io_bit_map_offset = sizeof(ktss);
	fill_descriptor(&gdt[KERNEL_TSS / 8], (unsigned int) &ktss,
			sizeof(ktss) - 1, ACC_TSS, 0);
	ltr(KERNEL_TSS);
}
