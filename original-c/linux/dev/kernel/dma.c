/*
 *	dma.c: who uses which ISA DMA channel, and for which memory.
 *
 *	The channels themselves are programmed by the inline functions of
 *	asm/dma.h; the allocation below keeps two drivers off one channel.
 *
 *	The controller itself reports nothing when it is given memory that it
 *	cannot reach: it drops the upper address bits, and the transfer hits a page
 *	of somebody else.  So drivers start transfers by dma_setup, which looks
 *	first.
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

/* Transfers that dma_setup did not let through. */
unsigned long dma_refusals;

/* Set by tests alone, to see what the controller does with such memory. */
int dma_unchecked;

/*
 *	What keeps a channel from moving [addr, addr + count), or null.
 */
static const char *
dma_obstacle(unsigned int dmanr, unsigned long addr, unsigned int count)
{
	if (count == 0)
		return "is nothing to move";
	if (count > MAX_DMA_ADDRESS || addr > MAX_DMA_ADDRESS
	    || !DMA_REACHES(addr, count))
		return "is not below 16 MiB";
	if (DMA_CROSSES(dmanr, addr, count))
		return dmanr <= 3 ? "crosses a 64 KiB line"
				  : "crosses a 128 KiB line";
	if (dmanr > 3 && ((addr | count) & 1))
		return "is not made of whole words";
	return NULL;
}

/*
 *	Program a channel for one transfer of direct-mapped memory and let it
 *	answer its device.  Memory that the controller cannot move is refused, and
 *	the channel stays as it is.  Any context.
 */
int
dma_setup(unsigned int dmanr, char mode, void *buf, unsigned int count)
{
	unsigned long flags, addr = virt_to_bus(buf);
	const char *obstacle;

	if (dmanr >= MAX_DMA_CHANNELS || dmanr == 4
	    || !dma_chan_busy[dmanr].lock) {
		printk(KERN_ERR "dma: channel %u is nobody's\n", dmanr);
		return -EINVAL;
	}
	obstacle = dma_obstacle(dmanr, addr, count);
	if (obstacle != NULL && !dma_unchecked) {
		dma_refusals++;
		printk(KERN_ERR "dma: %s (channel %u): 0x%08lx + 0x%x %s\n",
		       dma_chan_busy[dmanr].device_id, dmanr, addr, count,
		       obstacle);
		return -EINVAL;
	}
	save_flags(flags);
	cli();
	disable_dma(dmanr);
	clear_dma_ff(dmanr);
	set_dma_mode(dmanr, mode);
	set_dma_addr(dmanr, addr);
	set_dma_count(dmanr, count);
	enable_dma(dmanr);
	restore_flags(flags);
	return 0;
}
