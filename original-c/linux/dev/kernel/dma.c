/*
 *	dma.c: who uses which ISA DMA channel.
 *
 *	The channels themselves are programmed by the inline functions of
 *	asm/dma.h; the allocation below keeps two drivers off one channel.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/errno.h>
#include <asm/dma.h>
#include <asm/system.h>

/* Page register of each channel, address bits 16 to 23. */
const unsigned short dma_page_port[MAX_DMA_CHANNELS] = {
	0x87, 0x83, 0x81, 0x82, 0x8f, 0x8b, 0x89, 0x8a
};

struct dma_chan {
	int lock;
	const char *device_id;
};

/* Channel 4 joins the two controllers and is never free. */
static struct dma_chan dma_chan_busy[MAX_DMA_CHANNELS] = {
	[4] = { 1, "cascade" },
};

/*
 *	Reserve a channel.  Returns 0, or a negative error.
 */
int
request_dma(unsigned int dmanr, const char *device_id)
{
	unsigned long flags;
	int result = 0;

	if (dmanr >= MAX_DMA_CHANNELS)
		return -EINVAL;

	save_flags(flags);
	cli();
	if (dma_chan_busy[dmanr].lock)
		result = -EBUSY;
	else {
		dma_chan_busy[dmanr].lock = 1;
		dma_chan_busy[dmanr].device_id = device_id;
	}
	restore_flags(flags);
	return result;
}

/*
 *	Give a channel back.
 */
void
free_dma(unsigned int dmanr)
{
	if (dmanr >= MAX_DMA_CHANNELS || dmanr == 4) {
		printk(KERN_WARNING "free_dma: no channel %d to free\n", dmanr);
		return;
	}
	if (!xchg_u32((unsigned long *) &dma_chan_busy[dmanr].lock, 0))
		printk(KERN_WARNING "free_dma: channel %d is free already\n",
		       dmanr);
}
