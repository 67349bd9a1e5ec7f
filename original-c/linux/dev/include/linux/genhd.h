/*
 *	linux/genhd.h: disks with partitions.
 */
#ifndef _LINUX_GENHD_H_
#define _LINUX_GENHD_H_

#include <linux/types.h>

/* Sectors of a disk, or of a part of it. */
struct hd_struct {
	long start_sect;
	long nr_sects;
};

/*
 *	All disks of a driver.  The minor number of a partition has the disk in
 *	its upper bits; the lower ones are 0 for the whole disk.  Partitions of
 *	the disk itself come first, from 1 to 4.
 */
struct gendisk {
	int major;
	const char *major_name;
	int minor_shift;		/* bits for the partition */
	int max_p;			/* partitions and the disk */
	int max_nr;			/* disks that there is room for */
	void (*init)(struct gendisk *);
	struct hd_struct *part;		/* by minor */
	int *sizes;			/* KiB, by minor; for blk_size */
	int nr_real;			/* disks that there are */
	void *real_devices;		/* the driver's own */
	struct gendisk *next;
};

extern struct gendisk *gendisk_head;

/* Read the partition table of a disk again; the entry of the disk itself says
   how large it is. */
extern void resetup_one_dev(struct gendisk *dev, int drive);

struct request;

/* The first sector, on its disk, of a request; -1 if it is not all on a disk or
   partition that there is. */
extern long disk_place(struct gendisk *dev, struct request *req);

#endif /* _LINUX_GENHD_H_ */
