/*
 *	sd.c: SCSI disks as block devices.
 *
 *	One command at a time serves the first request of the queue: as many of
 *	its buffers as the host takes pieces of memory.  What is left goes with
 *	the next one.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/blkdev.h>
#include <linux/genhd.h>
#include <linux/hdreg.h>
#include <linux/malloc.h>
#include <asm/io.h>
#include <asm/system.h>
#include "scsi.h"
#include "hosts.h"
#include "sd.h"

#define MAJOR_NR	SCSI_DISK_MAJOR
#define MINORS		(SD_DISKS << SD_PARTN_BITS)
#define DISK_OF(dev)	(MINOR(dev) >> SD_PARTN_BITS)

#define SD_TIMEOUT	(10 * HZ)
#define SD_RETRIES	5
#define MAX_PIECES	128

struct sd_stat sd_stat;

static Disk disks[SD_DISKS];
static struct hd_struct sd_part[MINORS];
static int sd_sizes[MINORS];
static struct gendisk sd_gendisk = {
	SCSI_DISK_MAJOR, "sd", SD_PARTN_BITS, 1 << SD_PARTN_BITS, SD_DISKS,
	NULL, sd_part, sd_sizes, 0, NULL, NULL
};

/* The command that serves a request, and its memory. */
static Scsi_Cmnd command;
static struct scatterlist pieces[MAX_PIECES];
static unsigned int under_way;		/* sectors; 0: none */
static int cautious;			/* a buffer at a time, to find a bad one */

static void serve(void);

static struct request *
current_request(void)
{
	struct request *req = blk_dev[MAJOR_NR].current_request;

	return req != NULL && req->rq_status != RQ_INACTIVE ? req : NULL;
}

static void
sd_done(Scsi_Cmnd *cmd)
{
	unsigned int sectors = under_way;

	under_way = 0;
	if (cmd->result == 0)
		blk_end_sectors(&blk_dev[MAJOR_NR], sectors);
	else if (!cautious && sectors > current_request()->current_nr_sectors)
		cautious = 1;
	else {
		cautious = 0;
		if (driver_byte(cmd->result) & DRIVER_SENSE)
			print_sense("sd", cmd);
		else
			printk(KERN_ERR "sd: result %08x\n", cmd->result);
		blk_end_request(&blk_dev[MAJOR_NR], 0);
	}
	serve();
}

/*
 *	Describe the memory of a request, as much as one command takes.  Returns
 *	its sectors.
 */
static unsigned int
gather(struct request *req, struct Scsi_Host *host)
{
	struct buffer_head *bh = req->bh;
	unsigned int n = 0, sectors = 0, most = host->sg_tablesize;
	char *data = req->buffer;
	unsigned int count = req->current_nr_sectors;

	if (most > MAX_PIECES)
		most = MAX_PIECES;
	if (most == SG_NONE)
		most = 1;
	for (;;) {
		if (n > 0 && pieces[n - 1].address + pieces[n - 1].length
			     == data)
			pieces[n - 1].length += count << 9;
		else {
			if (n == most)
				break;
			pieces[n].address = data;
			pieces[n].alt_address = NULL;
			pieces[n].length = count << 9;
			n++;
		}
		sectors += count;
		bh = bh->b_reqnext;
		if (bh == NULL || cautious)
			break;
		data = bh->b_data;
		count = bh->b_size >> 9;
	}
	command.use_sg = host->sg_tablesize == SG_NONE ? 0 : n;
	sd_stat.pieces += n;
	return sectors;
}

static void
put_long(unsigned char *to, unsigned int value)
{
	to[0] = value >> 24;
	to[1] = value >> 16;
	to[2] = value >> 8;
	to[3] = value;
}

/*
 *	Send the command for the first request.
 */
static void
send_request(struct request *req, long place)
{
	Disk *disk = &disks[DISK_OF(req->rq_dev)];
	unsigned char cdb[12];

	command.device = disk->device;
	under_way = gather(req, disk->device->host);
	sd_stat.commands++;
	memset(cdb, 0, sizeof cdb);
	cdb[0] = req->cmd == READ ? READ_10 : WRITE_10;
	cdb[1] = disk->device->lun << 5;
	put_long(cdb + 2, place);
	cdb[7] = under_way >> 8;
	cdb[8] = under_way;
	scsi_do_cmd(&command, cdb,
		    command.use_sg != 0 ? (void *) pieces : pieces[0].address,
		    under_way << 9, sd_done, SD_TIMEOUT, SD_RETRIES);
}

/*
 *	Begin what is first on the queue, if nothing is under way.
 */
static void
serve(void)
{
	struct request *req;
	unsigned long flags;
	long place;

	save_flags(flags);
	cli();
	while (under_way == 0 && (req = current_request()) != NULL) {
		place = disk_place(&sd_gendisk, req);
		if (place >= 0) {
			send_request(req, place);
			break;
		}
		blk_end_request(&blk_dev[MAJOR_NR], 0);
	}
	restore_flags(flags);
}

/* ---- Devices for Mach ---- */

static int
sd_open(struct inode *inode, struct file *file)
{
	unsigned int minor = MINOR(inode->i_rdev);

	if (minor >= MINORS || sd_part[minor].nr_sects == 0)
		return -ENXIO;
	if ((file->f_mode & FMODE_WRITE) && disks[DISK_OF(inode->i_rdev)].write_prot)
		return -EROFS;
	return 0;
}

/*
 *	Heads and sectors of 64 and 32, or, beyond 1 GiB, 255 and 63.
 */
int
scsicam_bios_param(Disk *disk, kdev_t dev, int *geometry)
{
	int is_large = disk->capacity > 1024 * 64 * 32;

	geometry[0] = is_large ? 255 : 64;
	geometry[1] = is_large ? 63 : 32;
	geometry[2] = disk->capacity / (geometry[0] * geometry[1]);
	return 0;
}

static int
sd_ioctl(struct inode *inode, struct file *file, unsigned int cmd,
	 unsigned long arg)
{
	Disk *disk = &disks[DISK_OF(inode->i_rdev)];
	struct hd_geometry *geo = (struct hd_geometry *) arg;
	Scsi_Host_Template *t = disk->device->host->hostt;
	int geometry[3];

	if (cmd != HDIO_GETGEO || geo == NULL)
		return -EINVAL;
	if (t->bios_param == NULL
	    || t->bios_param(disk, inode->i_rdev, geometry) != 0)
		(void) scsicam_bios_param(disk, inode->i_rdev, geometry);
	geo->heads = geometry[0];
	geo->sectors = geometry[1];
	geo->cylinders = geometry[2];
	geo->start = sd_part[MINOR(inode->i_rdev)].start_sect;
	return 0;
}

static struct file_operations sd_fops = {
	NULL,				/* lseek */
	block_read,
	block_write,
	NULL,				/* readdir */
	NULL,				/* select */
	sd_ioctl,
	NULL,				/* mmap */
	sd_open,
	NULL,				/* release */
	block_fsync,
};

/* ---- Start-up ---- */

/*
 *	A disk has been found.
 */
void
sd_attach(Scsi_Device *device)
{
	static const unsigned char read_capacity[12] = { READ_CAPACITY };
	static const unsigned char mode_sense[12] = {
		MODE_SENSE, 0, 0x3f, 0, 4
	};
	static unsigned char answer[256];
	static Scsi_Cmnd cmd;
	Disk *disk = &disks[sd_gendisk.nr_real];
	unsigned int block;

	if (sd_gendisk.nr_real == SD_DISKS) {
		printk(KERN_WARNING "sd: no room for more disks\n");
		return;
	}
	memset(&cmd, 0, sizeof cmd);
	init_timer(&cmd.timer);
	cmd.device = device;
	if (scsi_wait_cmd(&cmd, read_capacity, answer, 8, SD_TIMEOUT,
			  SD_RETRIES) != 0) {
		print_sense("sd", &cmd);
		return;
	}
	block = (answer[4] << 24) | (answer[5] << 16) | (answer[6] << 8)
		| answer[7];
	if (block != 512) {
		printk(KERN_ERR "sd: sectors of %u bytes are not supported\n",
		       block);
		return;
	}
	disk->capacity = ((answer[0] << 24) | (answer[1] << 16)
			  | (answer[2] << 8) | answer[3]) + 1;
	if (scsi_wait_cmd(&cmd, mode_sense, answer, 4, SD_TIMEOUT,
			  SD_RETRIES) == 0)
		disk->write_prot = (answer[2] & 0x80) != 0;
	disk->device = device;
	sd_part[sd_gendisk.nr_real << SD_PARTN_BITS].nr_sects = disk->capacity;
	sd_gendisk.nr_real++;
}

/*
 *	All disks have been found: make them known.
 */
void
sd_init(void)
{
	int n;

	if (sd_gendisk.nr_real == 0
	    || register_blkdev(MAJOR_NR, "sd", &sd_fops) != 0)
		return;
	init_timer(&command.timer);
	blk_dev[MAJOR_NR].request_fn = serve;
	read_ahead[MAJOR_NR] = 8;
	sd_gendisk.next = gendisk_head;
	gendisk_head = &sd_gendisk;
	for (n = 0; n < sd_gendisk.nr_real; n++) {
		printk(KERN_INFO "sd%c: %u sectors%s\n", 'a' + n,
		       disks[n].capacity,
		       disks[n].write_prot ? ", read only" : "");
		resetup_one_dev(&sd_gendisk, n);
	}
}
