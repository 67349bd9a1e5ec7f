/*
 *	i386at/cons.c: the console: the first serial line and the screen.
 */

#include <mach/vm_param.h>
#include <i386/i386/pio.h>
#include <i386/i386at/machdep.h>

/*
 *	The UART at COM1 (National Semiconductor PC16550D data sheet).
 */
#define	COM1		0x3f8
#define	COM_DATA	(COM1 + 0)
#define	COM_IER		(COM1 + 1)
#define	COM_FCR		(COM1 + 2)
#define	COM_LCR		(COM1 + 3)
#define	COM_MCR		(COM1 + 4)
#define	COM_LSR		(COM1 + 5)

#define	LCR_DLAB	0x80
#define	LCR_8N1		0x03
#define	LSR_THRE	0x20

/*
 *	The text screen.
 */
#define	VGA_PHYS	0xb8000
#define	VGA_COLUMNS	80
#define	VGA_ROWS	25
#define	VGA_ATTRIBUTE	0x07

union vga_cell {
	unsigned short	word;
	struct {
		unsigned char	character;
		unsigned char	attribute;
	} part;
};

static unsigned int	vga_position;	/* cells from the top left */

static union vga_cell *
vga_screen(void)
{
	return (union vga_cell *) phystokv(VGA_PHYS);
}

static void
com_init(void)
{
	outb(COM_IER, 0);
	outb(COM_LCR, LCR_DLAB);
	outb(COM_DATA, 1);		/* 115200 baud */
	outb(COM_IER, 0);
	outb(COM_LCR, LCR_8N1);
	outb(COM_FCR, 0x07);
	outb(COM_MCR, 0x03);
}

static void
com_putc(char c)
{
	int		tries = 100000;

	while ((inb(COM_LSR) & LSR_THRE) == 0 && --tries > 0)
		continue;
	outb(COM_DATA, c);
}

static void
vga_scroll(void)
{
	union vga_cell	*screen = vga_screen();
	union vga_cell	blank;
	unsigned int	i;

	blank.part.character = ' ';
	blank.part.attribute = VGA_ATTRIBUTE;
	for (i = 0; i < VGA_COLUMNS * (VGA_ROWS - 1); i++)
		screen[i] = screen[i + VGA_COLUMNS];
	for (; i < VGA_COLUMNS * VGA_ROWS; i++)
		screen[i] = blank;
	vga_position -= VGA_COLUMNS;
}

static void
vga_putc(char c)
{
	union vga_cell	cell;

	switch (c) {
	case '\n':
		vga_position += VGA_COLUMNS;
		/* fall through */
	case '\r':
		vga_position -= vga_position % VGA_COLUMNS;
		break;
	case '\t':
		vga_position = (vga_position + 8) & ~7;
		break;
	default:
		cell.part.character = c;
		cell.part.attribute = VGA_ATTRIBUTE;
		vga_screen()[vga_position++] = cell;
		break;
	}
	if (vga_position >= VGA_COLUMNS * VGA_ROWS)
		vga_scroll();
}

/*
 *	cninit:
 *
 *	Called first of all, so that even the earliest failure is seen.
 */
void
cninit(void)
{
	com_init();
	while (vga_position < VGA_COLUMNS * VGA_ROWS)
		vga_screen()[vga_position++].word = VGA_ATTRIBUTE << 8 | ' ';
	vga_position = 0;
}

void
cnputc(char c)
{
	if (c == '\n')
		com_putc('\r');
	com_putc(c);
	vga_putc(c);
}
