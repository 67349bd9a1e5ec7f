/*
 *	ide.c: disks at the two IDE channels of a PC.
 *
 *	Hardware: AT attachment (ATA-3, X3T10/2008D) with logical block addresses
 *	of 28 bits, and the bus master of Intel's PIIX ("Programming Interface for
 *	Bus Master IDE Controller", revision 1.0; 82371SB data sheet).  The bus
 *	master reads a table of pieces of memory, each of which lies inside one
 *	64 KiB block, and moves what the drive has or wants.  Where there is no
 *	bus master, and for memory at odd addresses, the processor moves the
 *	words itself, a sector at each interrupt.
 *
 *	One request is served at a time by each channel, with interrupts as its
 *	steps; a timer looks after those that do not come.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/interrupt.h>
#include <linux/ioport.h>
#include <linux/mm.h>
#include <linux/blkdev.h>
#include <linux/genhd.h>
#include <linux/hdreg.h>
#include <linux/ide.h>
#include <linux/pci.h>
#include <asm/io.h>
#include <asm/system.h>

#define CHANNELS	2
#define DRIVES		2		/* of a channel */
#define PARTN_BITS	6
#define MINORS		(DRIVES << PARTN_BITS)
#define SECTOR_WORDS	256

/* The task file, as offsets from the channel's first port. */
#define REG_DATA	0
#define REG_NSECTOR	2
#define REG_SECTOR	3
#define REG_LCYL	4
#define REG_HCYL	5
#define REG_SELECT	6
#define REG_STATUS	7		/* reading it ends the interrupt */
#define REG_COMMAND	7
#define TASK_FILE	8

#define SELECT_LBA	0xe0
#define SELECT_DRIVE(n)	((n) << 4)

/* Device control: at a port of its own. */
#define CONTROL_NORMAL	0x08
#define CONTROL_RESET	0x0c
#define CONTROL_NO_IRQ	0x0a

/* The bus master, 8 ports for each channel. */
#define BM_COMMAND	0
#define BM_STATUS	2
#define BM_TABLE	4
#define BM_EXTENT	8

#define BM_START	0x01
#define BM_TO_MEMORY	0x08

#define BM_ACTIVE	0x01
#define BM_ERROR	0x02
#define BM_INTERRUPT	0x04

/* A piece of memory.  65,536 bytes are written as 0. */
struct ide_piece {
	unsigned int address;
	unsigned short count;
	unsigned short flags;
};

#define PIECE_LAST	0x8000
#define PIECE_LINE	0x10000UL

/* A request has no more buffers than the block layer's longest has sectors. */
#define MAX_PIECES	256

#define TIMEOUT		(5 * HZ)
#define MAX_ERRORS	4

/* Turns of a waiting loop, each at least a microsecond. */
#define PATIENCE	100000

enum ide_way { WAY_NONE, WAY_DMA, WAY_PIO };

struct ide_drive {
	int present;
	unsigned long sectors;
	unsigned char heads, sects;	/* of the old geometry */
	unsigned short cyls;
	char model[41];
};

struct ide_channel {
	const char *name;
	unsigned short base, control;
	unsigned char irq, major;
	unsigned long master;		/* first port of the bus master, or 0 */
	struct ide_piece *table;
	struct ide_drive drive[DRIVES];
	struct gendisk gendisk;
	struct hd_struct part[MINORS];
	int sizes[MINORS];
	enum ide_way way;		/* of the request that is served */
	struct timer_list timer;
};

static void request_ide0(void);
static void request_ide1(void);

static struct ide_channel channels[CHANNELS] = {
	{ "ide0", 0x1f0, 0x3f6, 14, IDE0_MAJOR },
	{ "ide1", 0x170, 0x376, 15, IDE1_MAJOR },
};

static struct ide_stat ide_stat;

static void serve(struct ide_channel *ch);

/* ---- The drives ---- */

/*
 *	Wait for a status: none of `clear', all of `set'.  Returns nonzero if it
 *	comes.
 */
static int
wait_status(struct ide_channel *ch, unsigned char clear, unsigned char set)
{
	unsigned char status;
	int tries;

	for (tries = 0; tries < PATIENCE; tries++) {
		status = inb_p(ch->control);
		if (!(status & clear) && (status & set) == set)
			return 1;
		if (!(status & BUSY_STAT) && (status & ERR_STAT))
			return 0;
	}
	return 0;
}

/*
 *	The first request of a channel's queue, or null.
 */
static struct request *
current_request(struct ide_channel *ch)
{
	struct request *req = blk_dev[ch->major].current_request;

	return req != NULL && req->rq_status != RQ_INACTIVE ? req : NULL;
}

static void
start_command(struct ide_channel *ch, unsigned int drive, unsigned long lba,
	      unsigned int count, unsigned char command)
{
	outb(SELECT_LBA | SELECT_DRIVE(drive) | (lba >> 24 & 0x0f),
	     ch->base + REG_SELECT);
	(void) wait_status(ch, BUSY_STAT | DRQ_STAT, READY_STAT);
	outb(count, ch->base + REG_NSECTOR);	/* 256 is written as 0 */
	outb(lba, ch->base + REG_SECTOR);
	outb(lba >> 8, ch->base + REG_LCYL);
	outb(lba >> 16, ch->base + REG_HCYL);
	outb(command, ch->base + REG_COMMAND);
}

/* ---- Bus master DMA ---- */

/*
 *	Add memory to the table: in pieces that end at 64 KiB lines, and joined to
 *	the piece before where they touch.  Returns the number of pieces, or -1
 *	if the memory will not do.
 */
static int
add_pieces(struct ide_piece *table, int n, unsigned long address,
	   unsigned long count)
{
	unsigned long room, before;

	if ((address & 1) != 0)
		return -1;
	while (count > 0) {
		room = PIECE_LINE - address % PIECE_LINE;
		if (room > count)
			room = count;
		before = n > 0 ? table[n - 1].count : 0;
		if (n > 0 && before != 0 && address % PIECE_LINE != 0
		    && table[n - 1].address + before == address)
			table[n - 1].count = before + room;
		else {
			if (n == MAX_PIECES)
				return -1;
			table[n].address = address;
			table[n].count = room;
			table[n].flags = 0;
			n++;
		}
		address += room;
		count -= room;
	}
	return n;
}

/*
 *	Describe all of a request's memory.  Returns nonzero if DMA can move it.
 */
static int
build_table(struct ide_channel *ch, struct request *req)
{
	struct buffer_head *bh;
	int n;

	n = add_pieces(ch->table, 0, virt_to_bus(req->buffer),
		       req->current_nr_sectors << 9);
	for (bh = req->bh->b_reqnext; bh != NULL && n >= 0; bh = bh->b_reqnext)
		n = add_pieces(ch->table, n, virt_to_bus(bh->b_data),
			       bh->b_size);
	if (n <= 0)
		return 0;
	ch->table[n - 1].flags = PIECE_LAST;
	ide_stat.dma_pieces += n;
	return 1;
}

static void
start_dma(struct ide_channel *ch, struct request *req, unsigned int drive,
	  unsigned long lba)
{
	unsigned char direction = req->cmd == READ ? BM_TO_MEMORY : 0;

	if (req->cmd == READ)
		ide_stat.dma_reads++;
	else
		ide_stat.dma_writes++;
	ch->way = WAY_DMA;
	outl(virt_to_bus(ch->table), ch->master + BM_TABLE);
	outb(direction, ch->master + BM_COMMAND);
	outb(inb(ch->master + BM_STATUS) | BM_INTERRUPT | BM_ERROR,
	     ch->master + BM_STATUS);
	start_command(ch, drive, lba, req->nr_sectors,
		      req->cmd == READ ? WIN_READDMA : WIN_WRITEDMA);
	outb(direction | BM_START, ch->master + BM_COMMAND);
}

/*
 *	Stop the bus master.  Returns nonzero if all went well.
 */
static int
end_dma(struct ide_channel *ch)
{
	unsigned char status = inb(ch->master + BM_STATUS);

	outb(inb(ch->master + BM_COMMAND) & ~BM_START,
	     ch->master + BM_COMMAND);
	outb(status | BM_INTERRUPT | BM_ERROR, ch->master + BM_STATUS);
	return (status & (BM_ACTIVE | BM_ERROR | BM_INTERRUPT)) == BM_INTERRUPT;
}

/* ---- Words by the processor ---- */

static void
start_pio(struct ide_channel *ch, struct request *req, unsigned int drive,
	  unsigned long lba)
{
	ide_stat.pio_requests++;
	ch->way = WAY_PIO;
	start_command(ch, drive, lba, req->nr_sectors,
		      req->cmd == READ ? WIN_READ : WIN_WRITE);
	if (req->cmd == WRITE && wait_status(ch, BUSY_STAT, DRQ_STAT))
		outsw(ch->base + REG_DATA, req->buffer, SECTOR_WORDS);
}

/*
 *	The drive has a sector for us, or has taken one.  Returns nonzero when
 *	the request is done.
 */
static int
pio_step(struct ide_channel *ch, struct request *req)
{
	int is_last = req->nr_sectors == 1;

	if (req->cmd == READ)
		insw(ch->base + REG_DATA, req->buffer, SECTOR_WORDS);
	blk_end_sectors(&blk_dev[ch->major], 1);
	if (is_last)
		return 1;
	if (req->cmd == WRITE && wait_status(ch, BUSY_STAT, DRQ_STAT))
		outsw(ch->base + REG_DATA, req->buffer, SECTOR_WORDS);
	return 0;
}

/* ---- Requests ---- */

static void
set_timer(struct ide_channel *ch)
{
	(void) del_timer(&ch->timer);
	ch->timer.expires = jiffies + TIMEOUT;
	add_timer(&ch->timer);
}

/*
 *	Put a channel into its first state.
 */
static void
reset_channel(struct ide_channel *ch)
{
	int n;

	outb(CONTROL_RESET, ch->control);
	for (n = 0; n < 10; n++)
		(void) inb_p(ch->control);
	outb(CONTROL_NORMAL, ch->control);
	(void) wait_status(ch, BUSY_STAT, 0);
}

/*
 *	The request has failed: try again, later ones without DMA, and give the
 *	first buffer up after some times.
 */
static void
failed(struct ide_channel *ch, struct request *req)
{
	if (++req->errors < MAX_ERRORS) {
		ide_stat.retries++;
		if (req->errors == MAX_ERRORS / 2)
			reset_channel(ch);
	} else
		blk_end_request(&blk_dev[ch->major], 0);
	serve(ch);
}

/*
 *	Begin what is first on the queue, if there is anything.
 */
static void
serve(struct ide_channel *ch)
{
	struct request *req;
	unsigned long flags;
	unsigned int drive;
	long lba;

	save_flags(flags);
	cli();
	ch->way = WAY_NONE;
	(void) del_timer(&ch->timer);
	while ((req = current_request(ch)) != NULL
	       && (lba = disk_place(&ch->gendisk, req)) < 0)
		blk_end_request(&blk_dev[ch->major], 0);
	if (req != NULL) {
		drive = MINOR(req->rq_dev) >> PARTN_BITS;
		set_timer(ch);
		if (ch->master != 0 && req->errors < MAX_ERRORS / 2
		    && build_table(ch, req))
			start_dma(ch, req, drive, lba);
		else
			start_pio(ch, req, drive, lba);
	}
	restore_flags(flags);
}

static void
request_ide0(void)
{
	if (channels[0].way == WAY_NONE)
		serve(&channels[0]);
}

static void
request_ide1(void)
{
	if (channels[1].way == WAY_NONE)
		serve(&channels[1]);
}

static void
ide_interrupt(int irq, void *dev_id, struct pt_regs *regs)
{
	struct ide_channel *ch = (struct ide_channel *) dev_id;
	struct request *req = current_request(ch);
	enum ide_way way = ch->way;
	unsigned char status;
	int is_well;

	if (way == WAY_NONE || req == NULL) {
		(void) inb(ch->base + REG_STATUS);
		return;
	}
	if (way == WAY_DMA && !(inb(ch->master + BM_STATUS) & BM_INTERRUPT))
		return;			/* not of this command */
	is_well = way == WAY_DMA ? end_dma(ch) : 1;
	status = inb(ch->base + REG_STATUS);
	if (!is_well || (status & (BUSY_STAT | ERR_STAT | WRERR_STAT))) {
		failed(ch, req);
		return;
	}
	if (way == WAY_DMA)
		blk_end_sectors(&blk_dev[ch->major], req->nr_sectors);
	else if (!pio_step(ch, req)) {
		set_timer(ch);
		return;
	}
	serve(ch);
}

static void
ide_timeout(unsigned long data)
{
	struct ide_channel *ch = (struct ide_channel *) data;
	struct request *req;
	unsigned long flags;

	save_flags(flags);
	cli();
	req = current_request(ch);
	if (ch->way != WAY_NONE && req != NULL) {
		ide_stat.timeouts++;
		printk(KERN_ERR "%s: no answer to a request\n", ch->name);
		if (ch->way == WAY_DMA)
			(void) end_dma(ch);
		reset_channel(ch);
		failed(ch, req);
	}
	restore_flags(flags);
}

/* ---- Devices for Mach ---- */

static struct ide_channel *
channel_of(kdev_t dev)
{
	return MAJOR(dev) == IDE0_MAJOR ? &channels[0] : &channels[1];
}

static int
ide_open(struct inode *inode, struct file *file)
{
	struct ide_channel *ch = channel_of(inode->i_rdev);
	unsigned int minor = MINOR(inode->i_rdev);

	return minor < MINORS && ch->part[minor].nr_sects != 0 ? 0 : -ENXIO;
}

static int
ide_ioctl(struct inode *inode, struct file *file, unsigned int cmd,
	  unsigned long arg)
{
	struct ide_channel *ch = channel_of(inode->i_rdev);
	unsigned int minor = MINOR(inode->i_rdev);
	struct ide_drive *drive = &ch->drive[minor >> PARTN_BITS];
	struct hd_geometry *geo = (struct hd_geometry *) arg;

	if (cmd != HDIO_GETGEO || geo == NULL)
		return -EINVAL;
	geo->heads = drive->heads;
	geo->sectors = drive->sects;
	geo->cylinders = drive->cyls;
	geo->start = ch->part[minor].start_sect;
	return 0;
}

static struct file_operations ide_fops = {
	NULL,				/* lseek */
	block_read,
	block_write,
	NULL,				/* readdir */
	NULL,				/* select */
	ide_ioctl,
	NULL,				/* mmap */
	ide_open,
	NULL,				/* release */
	block_fsync,
};

void
ide_get_stat(struct ide_stat *stat)
{
	*stat = ide_stat;
	if (channels[0].table != NULL)
		stat->table = virt_to_bus(channels[0].table);
}

/* ---- Start-up ---- */

/*
 *	A name in an answer, whose words have their bytes swapped.
 */
static void
copy_name(char *to, const unsigned char *from, int count)
{
	int n;

	for (n = 0; n < count; n++)
		to[n] = from[n ^ 1];
	while (n > 0 && (to[n - 1] == ' ' || to[n - 1] == '\0'))
		n--;
	to[n] = '\0';
}

/*
 *	Ask a drive what it is.  Returns nonzero for a disk that we can use.
 *	Packet devices refuse the question.
 */
static int
identify(struct ide_channel *ch, int n)
{
	static struct hd_driveid id;
	struct ide_drive *drive = &ch->drive[n];

	outb(SELECT_LBA | SELECT_DRIVE(n), ch->base + REG_SELECT);
	(void) inb_p(ch->control);
	if (inb_p(ch->control) == 0xff || !wait_status(ch, BUSY_STAT, 0)
	    || !(inb_p(ch->control) & READY_STAT))
		return 0;
	outb(0, ch->base + REG_NSECTOR);
	outb(WIN_IDENTIFY, ch->base + REG_COMMAND);
	if (!wait_status(ch, BUSY_STAT, DRQ_STAT))
		return 0;
	insw(ch->base + REG_DATA, &id, SECTOR_WORDS);
	(void) inb(ch->base + REG_STATUS);
	if (!(id.capability & 2) || id.lba_capacity == 0)
		return 0;
	drive->present = 1;
	drive->sectors = id.lba_capacity;
	drive->cyls = id.cyls;
	drive->heads = id.heads;
	drive->sects = id.sectors;
	copy_name(drive->model, id.model, sizeof id.model);
	return 1;
}

/*
 *	Find the bus master, and give both channels their tables.
 */
static void
find_master(void)
{
	struct pci_dev *pdev;
	unsigned long base, table;
	int n;

	for (pdev = pci_devices; pdev != NULL; pdev = pdev->next)
		/* Bit 7 of the interface: it can be bus master. */
		if (pdev->class >> 8 == PCI_CLASS_STORAGE_IDE
		    && (pdev->class & 0x80))
			break;
	if (pdev == NULL
	    || (base = pci_enable_ports(pdev, PCI_BASE_ADDRESS_4)) == 0
	    || check_region(base, CHANNELS * BM_EXTENT) != 0)
		return;
	/* A table must not cross a 64 KiB line: a page does not. */
	table = __get_free_page(GFP_KERNEL);
	if (table == 0)
		return;
	request_region(base, CHANNELS * BM_EXTENT, "ide dma");
	for (n = 0; n < CHANNELS; n++) {
		channels[n].master = base + n * BM_EXTENT;
		channels[n].table = (struct ide_piece *) table
				    + n * MAX_PIECES;
	}
}

/*
 *	Make the drives of a channel known.
 */
static void
add_channel(struct ide_channel *ch, void (*request_fn)(void))
{
	struct gendisk *hd = &ch->gendisk;
	int n;

	hd->major = ch->major;
	hd->major_name = ch->major == IDE0_MAJOR ? "hd" : "ide1-";
	hd->minor_shift = PARTN_BITS;
	hd->max_p = 1 << PARTN_BITS;
	hd->max_nr = hd->nr_real = DRIVES;
	hd->part = ch->part;
	hd->sizes = ch->sizes;
	hd->next = gendisk_head;
	gendisk_head = hd;
	read_ahead[ch->major] = 8;
	blk_dev[ch->major].request_fn = request_fn;
	for (n = 0; n < DRIVES; n++) {
		if (!ch->drive[n].present)
			continue;
		ch->part[n << PARTN_BITS].nr_sects = ch->drive[n].sectors;
		printk(KERN_INFO "%s: %s, %lu sectors, %s\n", ch->name,
		       ch->drive[n].model, ch->drive[n].sectors,
		       ch->master != 0 ? "bus master DMA" : "no DMA");
		resetup_one_dev(hd, n);
	}
}

/*
 *	Look for disks, before there are threads.
 */
int
ide_init(void)
{
	struct ide_channel *ch;
	int n;

	find_master();
	for (n = 0; n < CHANNELS; n++) {
		ch = &channels[n];
		init_timer(&ch->timer);
		ch->timer.function = ide_timeout;
		ch->timer.data = (unsigned long) ch;
		if (check_region(ch->base, TASK_FILE) != 0
		    || inb(ch->base + REG_STATUS) == 0xff)
			continue;
		outb(CONTROL_NO_IRQ, ch->control);
		if (identify(ch, 0) + identify(ch, 1) == 0)
			continue;
		request_region(ch->base, TASK_FILE, ch->name);
		request_region(ch->control, 1, ch->name);
		if (register_blkdev(ch->major, ch->name, &ide_fops) != 0
		    || request_irq(ch->irq, ide_interrupt, SA_INTERRUPT,
				   ch->name, ch) != 0) {
			printk(KERN_ERR "%s: its line is not to be had\n",
			       ch->name);
			continue;
		}
		outb(CONTROL_NORMAL, ch->control);
		add_channel(ch, n == 0 ? request_ide0 : request_ide1);
	}
	return 0;
}
