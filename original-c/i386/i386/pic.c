/*
 *	i386/pic.c: interrupt controllers, priority levels, and the way from
 *	an interrupt to its handler.
 */

#include <mach/boolean.h>
#include <kern/printf.h>
#include <i386/i386/pic.h>
#include <i386/i386/pio.h>
#include <i386/i386/proc_reg.h>
#include <i386/i386/spl.h>

/*
 *	Ports and commands of the 8259A (Intel 8259A data sheet).
 */
#define	PIC_MASTER_ICW	0x20
#define	PIC_MASTER_OCW	0x21
#define	PIC_SLAVE_ICW	0xa0
#define	PIC_SLAVE_OCW	0xa1

#define	ICW1_START	0x11		/* edge triggered, ICW4 follows */
#define	ICW4_8086	0x01
#define	OCW2_EOI	0x20		/* non-specific end of interrupt */
#define	OCW3_IN_SERVICE	0x0b		/* the next read gives what is in service */

int		(*ivect[NINTR])() = {
	intnull, intnull, prtnull, intnull, intnull, intnull, intnull, intnull,
	intnull, intnull, intnull, intnull, intnull, intnull, intnull, intnull,
};
int		iunit[NINTR] = {
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
};
unsigned char	intpri[NINTR];

unsigned short	pic_mask[NSPL];
unsigned short	curr_pic_mask;
spl_t		curr_ipl;

/*
 *	intnull, prtnull:
 *
 *	Lines that nobody has asked for.
 */
int
intnull(unit)
	int		unit;
{
	printf("intnull: line %d\n", unit);
	return 0;
}

int
prtnull(unit)
	int		unit;
{
	(void) unit;
	return 0;
}

/*
 *	set_pic_mask:
 *
 *	Tell the controllers; slow, so only when it changes.
 */
void
set_pic_mask(unsigned short mask)
{
	if (mask == curr_pic_mask)
		return;
	curr_pic_mask = mask;
	outb(PIC_MASTER_OCW, mask & 0xff);
	outb(PIC_SLAVE_OCW, mask >> 8);
}

/*
 *	form_pic_mask:
 *
 *	Compute which lines each level masks, after intpri has changed.  Called
 *	with interrupts off; leaves them off.
 */
void
form_pic_mask(void)
{
	unsigned int	level, line;

	for (level = SPL0; level < NSPL; level++) {
		unsigned short	mask = 0;

		for (line = 0; line < NINTR; line++)
			if (intpri[line] <= level)
				mask |= 1 << line;
		pic_mask[level] = mask & ~(1 << CASCADE_IRQ);
	}
	set_pic_mask(pic_mask[curr_ipl]);
}

/*
 *	picinit:
 *
 *	Programme both controllers; everything stays masked.
 */
void
picinit(void)
{
	cli();
	outb(PIC_MASTER_ICW, ICW1_START);
	outb(PIC_MASTER_OCW, PICM_VECTBASE);
	outb(PIC_MASTER_OCW, 1 << CASCADE_IRQ);
	outb(PIC_MASTER_OCW, ICW4_8086);

	outb(PIC_SLAVE_ICW, ICW1_START);
	outb(PIC_SLAVE_OCW, PICS_VECTBASE);
	outb(PIC_SLAVE_OCW, CASCADE_IRQ);
	outb(PIC_SLAVE_OCW, ICW4_8086);

	curr_ipl = SPLHI;
	curr_pic_mask = 0;
	form_pic_mask();
}

/*
 *	is_spurious:
 *
 *	A line that is masked, or falls, before the processor has asked for its
 *	number makes the controller answer 7 (8259A data sheet): nothing is in
 *	service then.  The first controller has served the second one's line.
 */
static boolean_t
is_spurious(unsigned int line)
{
	unsigned int	port = line < 8 ? PIC_MASTER_ICW : PIC_SLAVE_ICW;

	if ((line & 7) != 7)
		return FALSE;
	outb(port, OCW3_IN_SERVICE);
	if (inb(port) & 0x80)
		return FALSE;
	if (line >= 8)
		outb(PIC_MASTER_ICW, OCW2_EOI);
	return TRUE;
}

static void
end_of_interrupt(unsigned int line)
{
	if (line >= 8)
		outb(PIC_SLAVE_ICW, OCW2_EOI);
	outb(PIC_MASTER_ICW, OCW2_EOI);
}

/*
 *	interrupt:
 *
 *	Called by locore.S with interrupts off.  The handler runs at the
 *	level of its line, with interrupts on.
 */
void
interrupt(line)
	unsigned int	line;
{
	spl_t		old = curr_ipl;

	if (is_spurious(line))
		return;
	if (intpri[line] > old)
		curr_ipl = intpri[line];
	set_pic_mask(pic_mask[curr_ipl]);
	end_of_interrupt(line);

	sti();
	(void) (*ivect[line])(iunit[line]);
	cli();

	curr_ipl = old;
	set_pic_mask(pic_mask[old]);
}

/*
 *	splset:
 *
 *	Go to a level; the result is the one before.
 */
spl_t
splset(level)
	spl_t		level;
{
	spl_t		old;

	cli();
	old = curr_ipl;
	curr_ipl = level;
	set_pic_mask(pic_mask[level]);
	sti();
	return old;
}

/*
 *	splraise:
 *
 *	Go to a level, but never down.
 */
spl_t
splraise(level)
	spl_t		level;
{
	return splset(level > curr_ipl ? level : curr_ipl);
}

spl_t
splx(level)
	spl_t		level;
{
	return splset(level);
}

spl_t spl0(void)	{ return splset(SPL0); }
spl_t splnet(void)	{ return splraise(SPLNET); }
spl_t splbio(void)	{ return splraise(SPLBIO); }
spl_t spltty(void)	{ return splraise(SPLTTY); }
spl_t splvm(void)	{ return splraise(SPLVM); }
spl_t splclock(void)	{ return splraise(SPLHI); }
spl_t splsched(void)	{ return splraise(SPLHI); }
spl_t splhigh(void)	{ return splraise(SPLHI); }
