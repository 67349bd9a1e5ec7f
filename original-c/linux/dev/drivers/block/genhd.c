/*
 *	genhd.c: the partitions of a disk.
 *
 *	The PC's table stands at the end of the first sector: four entries of 16
 *	bytes and a mark.  An extended partition begins with a sector of the same
 *	form, whose first entry is a partition and whose second is the next such
 *	sector; both count from other places.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/fs.h>
#include <linux/genhd.h>
#include <linux/blkdev.h>

#define TABLE_OFFSET	446
#define TABLE_ENTRIES	4
#define MARK_OFFSET	510
#define MARK		0xaa55

/* An entry.  Cylinders and heads are not looked at. */
struct partition {
	unsigned char boot, head, sector, cyl;
	unsigned char type, end_head, end_sector, end_cyl;
	unsigned int start_sect;	/* both at a multiple of 2 only */
	unsigned int nr_sects;
} __attribute__ ((packed));

/* Types that are extended partitions. */
#define IS_EXTENDED(p)	((p)->type == 0x05 || (p)->type == 0x0f	\
			 || (p)->type == 0x85)

struct gendisk *gendisk_head;

/*
 *	The table in a sector, or null if it cannot be read or is none.  *bh is
 *	to be given back if there is one.
 */
static struct partition *
read_table(kdev_t dev, unsigned long sector, struct buffer_head **bh)
{
	/* Blocks have two sectors; the last one of a disk may be odd. */
	*bh = bread(dev, sector / 2, 1024);
	if (*bh == NULL)
		return NULL;
	if (*(unsigned short *) ((*bh)->b_data + (sector & 1) * 512
				 + MARK_OFFSET) == MARK)
		return (struct partition *) ((*bh)->b_data + (sector & 1) * 512
					     + TABLE_OFFSET);
	brelse(*bh);
	*bh = NULL;
	return NULL;
}

/*
 *	Enter a partition, if it has sectors and they are all on the disk.
 */
static int
add_partition(struct gendisk *hd, int disk, int minor, unsigned long start,
	      unsigned long size)
{
	unsigned long end = hd->part[disk].nr_sects;

	if (size == 0)
		return 0;
	if (start >= end || size > end - start) {
		printk(" (not on the disk)");
		return 0;
	}
	hd->part[minor].start_sect = start;
	hd->part[minor].nr_sects = size;
	printk(" %d", minor - disk);
	return 1;
}

/*
 *	Follow the chain of an extended partition.  Its length is bounded by the
 *	minors that there are.
 */
static void
extended_partition(struct gendisk *hd, int disk, kdev_t dev,
		   unsigned long first)
{
	int minor = disk + TABLE_ENTRIES + 1, limit = disk + hd->max_p;
	unsigned long at = first;
	struct buffer_head *bh;
	struct partition *p;

	while (minor < limit && (p = read_table(dev, at, &bh)) != NULL) {
		if (!IS_EXTENDED(&p[0])
		    && add_partition(hd, disk, minor, at + p[0].start_sect,
				     p[0].nr_sects))
			minor++;
		at = first + p[1].start_sect;
		if (!IS_EXTENDED(&p[1]) || p[1].start_sect == 0)
			minor = limit;
		brelse(bh);
	}
}

/*
 *	Forget what is known of a disk's partitions, and read its table.
 */
void
resetup_one_dev(struct gendisk *hd, int drive)
{
	int disk = drive << hd->minor_shift, n;
	kdev_t dev = MKDEV(hd->major, disk);
	struct buffer_head *bh;
	struct partition *p;

	for (n = 1; n < hd->max_p; n++)
		hd->part[disk + n].start_sect = hd->part[disk + n].nr_sects = 0;
	hd->sizes[disk] = hd->part[disk].nr_sects / 2;
	blk_size[hd->major] = hd->sizes;

	printk(KERN_INFO " %s%c:", hd->major_name, 'a' + drive);
	p = read_table(dev, 0, &bh);
	if (p == NULL)
		printk(" no partition table");
	for (n = 0; p != NULL && n < TABLE_ENTRIES; n++)
		if (add_partition(hd, disk, disk + n + 1, p[n].start_sect,
				  p[n].nr_sects)
		    && IS_EXTENDED(&p[n]))
			extended_partition(hd, disk, dev, p[n].start_sect);
	printk("\n");
	if (p != NULL)
		brelse(bh);
	for (n = 1; n < hd->max_p; n++)
		hd->sizes[disk + n] = hd->part[disk + n].nr_sects / 2;
}

/*
 *	Where a request is.  What there is not has no sectors.
 */
long
disk_place(struct gendisk *hd, struct request *req)
{
	unsigned int minor = MINOR(req->rq_dev);
	struct hd_struct *part = &hd->part[minor];

	if (minor >= (unsigned int) hd->max_nr << hd->minor_shift
	    || req->nr_sectors > (unsigned long) part->nr_sects
	    || req->sector > part->nr_sects - req->nr_sectors)
		return -1;
	return part->start_sect + req->sector;
}
