/*
 *	asm/dma.h: the two 8237 DMA controllers of the ISA bus.
 *
 *	The first has channels 0 to 3 and moves bytes; the second has channels
 *	5 to 7 and moves 16-bit words (4 joins the two).  A channel counts its
 *	low 16 address bits only.  The bits above stand still in a page register,
 *	therefore a transfer must not cross a 64 KiB line (128 KiB for words),
 *	and nothing at or above 16 MiB can be reached.
 *
 *	Register addresses: Intel 8237A data sheet and the PC/AT port map.
 */
#ifndef _ASM_DMA_H_
#define _ASM_DMA_H_

#include <asm/io.h>

#define MAX_DMA_CHANNELS	8
#define MAX_DMA_ADDRESS		0x1000000UL

/* True if [addr, addr+size) is memory that one transfer can use. */
#define DMA_REACHES(addr, size) \
	((addr) + (size) <= MAX_DMA_ADDRESS)
#define DMA_CROSSES_64KB(addr, size) \
	(((addr) >> 16) != (((addr) + (size) - 1) >> 16))

/* A transfer of a channel must not go over a multiple of this. */
#define DMA_LINE(dmanr)		((dmanr) <= 3 ? 0x10000UL : 0x20000UL)
#define DMA_CROSSES(dmanr, addr, size) \
	((addr) / DMA_LINE(dmanr) != ((addr) + (size) - 1) / DMA_LINE(dmanr))

/* Registers of the controllers. */
#define DMA1_STAT_REG		0x08
#define DMA1_MASK_REG		0x0a
#define DMA1_MODE_REG		0x0b
#define DMA1_CLEAR_FF_REG	0x0c
#define DMA2_STAT_REG		0xd0
#define DMA2_MASK_REG		0xd4
#define DMA2_MODE_REG		0xd6
#define DMA2_CLEAR_FF_REG	0xd8

/* Modes: single transfers; the names say what happens to memory's side,
   as Linux has it: READ is device to memory. */
#define DMA_MODE_READ		0x44
#define DMA_MODE_WRITE		0x48
#define DMA_MODE_CASCADE	0xc0

/* Port of a channel's page register; channel 4 has none. */
extern const unsigned short dma_page_port[MAX_DMA_CHANNELS];

extern int request_dma(unsigned int dmanr, const char *device_id);
extern void free_dma(unsigned int dmanr);

/* Program a channel for one transfer, if it can do it.  Returns 0 or a
   negative error. */
extern int dma_setup(unsigned int dmanr, char mode, void *buf,
		     unsigned int count);

extern unsigned long dma_refusals;	/* transfers that dma_setup refused */
extern int dma_unchecked;		/* a test wants to see what happens */

/* Let the channel answer its device / ignore it. */
static inline void
enable_dma(unsigned int dmanr)
{
	if (dmanr <= 3)
		outb_p(dmanr, DMA1_MASK_REG);
	else
		outb_p(dmanr & 3, DMA2_MASK_REG);
}

static inline void
disable_dma(unsigned int dmanr)
{
	if (dmanr <= 3)
		outb_p(dmanr | 4, DMA1_MASK_REG);
	else
		outb_p((dmanr & 3) | 4, DMA2_MASK_REG);
}

/* Make the next access to a 16-bit register mean its low byte.  Interrupts
   have to be off from here until both bytes are through. */
static inline void
clear_dma_ff(unsigned int dmanr)
{
	outb_p(0, dmanr <= 3 ? DMA1_CLEAR_FF_REG : DMA2_CLEAR_FF_REG);
}

static inline void
set_dma_mode(unsigned int dmanr, char mode)
{
	if (dmanr <= 3)
		outb_p(mode | dmanr, DMA1_MODE_REG);
	else
		outb_p(mode | (dmanr & 3), DMA2_MODE_REG);
}

/* Physical address of the buffer.  The word controller gets address / 2;
   bit 0 of its page register is not used. */
static inline void
set_dma_addr(unsigned int dmanr, unsigned int addr)
{
	unsigned short port;

	if (dmanr <= 3) {
		port = dmanr * 2;
		outb_p(addr >> 16, dma_page_port[dmanr]);
	} else {
		port = 0xc0 + (dmanr & 3) * 4;
		outb_p((addr >> 16) & 0xfe, dma_page_port[dmanr]);
		addr >>= 1;
	}
	outb_p(addr & 0xff, port);
	outb_p((addr >> 8) & 0xff, port);
}

/* Bytes to move.  The chip counts one less, and the second one in words. */
static inline void
set_dma_count(unsigned int dmanr, unsigned int count)
{
	unsigned short port;

	if (dmanr <= 3) {
		port = dmanr * 2 + 1;
		count--;
	} else {
		port = 0xc2 + (dmanr & 3) * 4;
		count = (count >> 1) - 1;
	}
	outb_p(count & 0xff, port);
	outb_p((count >> 8) & 0xff, port);
}

/* Bytes that are still to be moved. */
static inline unsigned int
get_dma_residue(unsigned int dmanr)
{
	unsigned short port = dmanr <= 3 ? dmanr * 2 + 1
					 : 0xc2 + (dmanr & 3) * 4;
	unsigned short count;

	count = inb_p(port);
	count |= inb_p(port) << 8;
	count++;
	return dmanr <= 3 ? count : count << 1;
}

#endif /* _ASM_DMA_H_ */
