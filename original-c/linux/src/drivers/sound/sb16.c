/*
 *	sb16.c: playing on a Sound Blaster 16.
 *
 *	Hardware: a digital signal processor (DSP, version 4) and a mixer at
 *	0x220, interrupt line 5, ISA DMA channel 1 for samples of 8 bits and
 *	channel 5 for samples of 16.  Registers and commands: Sound Blaster Series
 *	Hardware Programming Guide; Baresel and Jackson, Sound Blaster Programming
 *	Information 0.90.
 *
 *	The card is looked for when it is first opened.  While it is open the
 *	driver has a buffer from kmalloc that DMA reaches.  One transfer at a time
 *	moves what is in it; the interrupt tells that the last sample has been
 *	fetched.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/delay.h>
#include <linux/ioport.h>
#include <linux/malloc.h>
#include <linux/sound.h>
#include <asm/dma.h>
#include <asm/io.h>
#include <asm/system.h>

#define SB_BASE		0x220
#define SB_EXTENT	16
#define SB_IRQ		5
#define SB_DMA8		1
#define SB_DMA16	5

/* Ports. */
#define MIXER_INDEX	(SB_BASE + 0x4)
#define MIXER_DATA	(SB_BASE + 0x5)
#define DSP_RESET	(SB_BASE + 0x6)
#define DSP_READ	(SB_BASE + 0xa)
#define DSP_WRITE	(SB_BASE + 0xc)	/* read: bit 7 set, not ready */
#define DSP_AVAIL	(SB_BASE + 0xe)	/* bit 7: there is a byte to read;
					   reading ends an 8-bit interrupt */
#define DSP_ACK16	(SB_BASE + 0xf)	/* reading ends a 16-bit interrupt */

/* The mixer's registers about the lines, and which bit says what. */
#define MIXER_IRQ_SETUP		0x80
#define MIXER_DMA_SETUP		0x81
#define MIXER_IRQ_STATUS	0x82
#define IRQ_SETUP_5		0x02
#define DMA_SETUP_1_AND_5	0x22
#define IRQ_STATUS_8		0x01
#define IRQ_STATUS_16		0x02

/* Commands of the DSP. */
#define DSP_SET_RATE		0x41	/* rate, high byte first */
#define DSP_PLAY_16		0xb0	/* mode, samples - 1 low, high */
#define DSP_PLAY_8		0xc0	/* the same */
#define DSP_SPEAKER_ON		0xd1
#define DSP_SPEAKER_OFF		0xd3
#define DSP_GET_VERSION		0xe1
#define MODE_UNSIGNED		0x00
#define MODE_SIGNED		0x10

#define DSP_READY_ANSWER	0xaa	/* after a reset */

#define SB_BUFFER_SIZE	32768

/* Ticks that a transfer may take longer than its samples do. */
#define SB_PATIENCE	(2 * HZ)

static struct {
	char *buffer;			/* null: not open */
	unsigned int bits;
	unsigned int rate;
	unsigned int dma;
	struct wait_queue *wait;
	volatile int busy;		/* a transfer is under way */
	volatile int failed;		/* it took too long */
	struct timer_list timer;
} sb;

static struct sb16_stat sb_stat;

/* ---- The processor on the card ---- */

/*
 *	Give the DSP a byte.  Returns 0, or -EIO if it does not take it.
 */
static int
dsp_write(unsigned char byte)
{
	int tries;

	for (tries = 0; tries < 1000; tries++) {
		if (!(inb(DSP_WRITE) & 0x80)) {
			outb(byte, DSP_WRITE);
			return 0;
		}
		udelay(10);
	}
	printk(KERN_WARNING "sb16: command 0x%x not taken\n", byte);
	return -EIO;
}

/*
 *	The next byte from the DSP, or -EIO if none comes.
 */
static int
dsp_read(void)
{
	int tries;

	for (tries = 0; tries < 100; tries++) {
		if (inb(DSP_AVAIL) & 0x80)
			return inb(DSP_READ);
		udelay(10);
	}
	return -EIO;
}

/*
 *	Bring the DSP into its first state.  Returns 0 if there is one.
 */
static int
dsp_reset(void)
{
	outb(1, DSP_RESET);
	udelay(10);
	outb(0, DSP_RESET);
	return dsp_read() == DSP_READY_ANSWER ? 0 : -ENODEV;
}

static void
mixer_write(unsigned char reg, unsigned char value)
{
	outb(reg, MIXER_INDEX);
	outb(value, MIXER_DATA);
}

static unsigned char
mixer_read(unsigned char reg)
{
	outb(reg, MIXER_INDEX);
	return inb(MIXER_DATA);
}

/*
 *	Is there such a card?  If so, its lines are set to those that we use.
 */
static int
sb16_probe(void)
{
	int major, minor;

	if (sb_stat.version != 0)
		return 0;
	if (check_region(SB_BASE, SB_EXTENT) != 0)
		return -EBUSY;
	if (dsp_reset() != 0 || dsp_write(DSP_GET_VERSION) != 0)
		return -ENODEV;
	major = dsp_read();
	minor = dsp_read();
	if (major < 4 || minor < 0)
		return -ENODEV;
	mixer_write(MIXER_IRQ_SETUP, IRQ_SETUP_5);
	mixer_write(MIXER_DMA_SETUP, DMA_SETUP_1_AND_5);
	request_region(SB_BASE, SB_EXTENT, "sb16");
	sb_stat.version = major << 8 | minor;
	printk(KERN_INFO "sb16: DSP %d.%02d at 0x%x, irq %d, dma %d and %d\n",
	       major, minor, SB_BASE, SB_IRQ, SB_DMA8, SB_DMA16);
	return 0;
}

/* ---- Interrupt and time limit ---- */

/*
 *	The transfer is over, well or not.
 */
static void
sb16_end(int failed)
{
	if (!sb.busy)
		return;
	sb.failed = failed;
	sb.busy = 0;
	wake_up(&sb.wait);
}

static void
sb16_interrupt(int irq, void *dev_id, struct pt_regs *regs)
{
	unsigned char status = mixer_read(MIXER_IRQ_STATUS);

	sb_stat.interrupts++;
	if (status & IRQ_STATUS_8)
		(void) inb(DSP_AVAIL);
	if (status & IRQ_STATUS_16)
		(void) inb(DSP_ACK16);
	if (status & (sb.bits == 8 ? IRQ_STATUS_8 : IRQ_STATUS_16))
		sb16_end(0);
}

static void
sb16_timeout(unsigned long data)
{
	sb_stat.timeouts++;
	sb16_end(1);
}

/* ---- Playing ---- */

/*
 *	Tell the DSP to fetch so many bytes.
 */
static int
start_dsp(unsigned int count)
{
	unsigned int samples = sb.bits == 8 ? count : count / 2;

	if (dsp_write(DSP_SET_RATE) != 0
	    || dsp_write(sb.rate >> 8) != 0
	    || dsp_write(sb.rate & 0xff) != 0
	    || dsp_write(sb.bits == 8 ? DSP_PLAY_8 : DSP_PLAY_16) != 0
	    || dsp_write(sb.bits == 8 ? MODE_UNSIGNED : MODE_SIGNED) != 0
	    || dsp_write((samples - 1) & 0xff) != 0
	    || dsp_write((samples - 1) >> 8) != 0)
		return -EIO;
	return 0;
}

/*
 *	Wait until the transfer is over.
 */
static int
wait_for_end(void)
{
	unsigned long flags;

	save_flags(flags);
	cli();
	while (sb.busy) {
		sleep_on(&sb.wait);
		cli();
	}
	restore_flags(flags);
	(void) del_timer(&sb.timer);
	return sb.failed ? -EIO : 0;
}

/*
 *	Play the caller's own memory by one transfer.  Memory that the channel
 *	cannot move is refused: -EINVAL.
 */
int
sb16_play_direct(void *buf, unsigned int count)
{
	unsigned int samples;
	int err;

	if (sb.buffer == NULL || count == 0)
		return -EINVAL;
	err = dma_setup(sb.dma, DMA_MODE_WRITE, buf, count);
	if (err != 0)
		return err;
	samples = sb.bits == 8 ? count : count / 2;
	sb.failed = 0;
	sb.busy = 1;
	sb.timer.function = sb16_timeout;
	sb.timer.expires = jiffies + samples * HZ / sb.rate + SB_PATIENCE;
	add_timer(&sb.timer);
	err = start_dsp(count);
	if (err != 0)
		sb16_end(1);
	err = wait_for_end();
	disable_dma(sb.dma);
	if (err != 0) {
		(void) dsp_reset();
		return err;
	}
	sb_stat.transfers++;
	sb_stat.bytes += count;
	return 0;
}

/*
 *	Play memory of any kind, by way of the driver's buffer.
 */
int
sb16_write(const char *data, unsigned int count)
{
	unsigned int done, n;
	int err;

	if (sb.buffer == NULL || (sb.bits == 16 && (count & 1)))
		return -EINVAL;
	for (done = 0; done < count; done += n) {
		n = count - done;
		if (n > SB_BUFFER_SIZE)
			n = SB_BUFFER_SIZE;
		memcpy(sb.buffer, data + done, n);
		err = sb16_play_direct(sb.buffer, n);
		if (err != 0)
			return err;
	}
	return done;
}

/* ---- Open and release ---- */

/*
 *	Get the line, the channel and the buffer.
 */
static int
sb16_grab(void)
{
	int err;

	sb.buffer = (char *) kmalloc(SB_BUFFER_SIZE, GFP_KERNEL | GFP_DMA);
	if (sb.buffer == NULL)
		return -ENOMEM;
	err = request_dma(sb.dma, "sb16");
	if (err != 0)
		goto no_dma;
	err = request_irq(SB_IRQ, sb16_interrupt, 0, "sb16", NULL);
	if (err != 0)
		goto no_irq;
	sb_stat.buffer = virt_to_bus(sb.buffer);
	sb_stat.buffer_size = SB_BUFFER_SIZE;
	return 0;

no_irq:
	free_dma(sb.dma);
no_dma:
	kfree(sb.buffer);
	sb.buffer = NULL;
	return err;
}

int
sb16_open(unsigned int bits, unsigned int rate)
{
	int err;

	if ((bits != 8 && bits != 16) || rate < 5000 || rate > 44100)
		return -EINVAL;
	if (sb.buffer != NULL)
		return -EBUSY;
	err = sb16_probe();
	if (err != 0)
		return err;
	sb.bits = bits;
	sb.rate = rate;
	sb.dma = bits == 8 ? SB_DMA8 : SB_DMA16;
	init_timer(&sb.timer);
	err = sb16_grab();
	if (err == 0)
		(void) dsp_write(DSP_SPEAKER_ON);
	return err;
}

void
sb16_release(void)
{
	if (sb.buffer == NULL)
		return;
	(void) dsp_write(DSP_SPEAKER_OFF);
	free_irq(SB_IRQ, NULL);
	free_dma(sb.dma);
	kfree(sb.buffer);
	sb.buffer = NULL;
}

void
sb16_get_stat(struct sb16_stat *stat)
{
	*stat = sb_stat;
}
