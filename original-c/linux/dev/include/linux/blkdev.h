/*
 *	linux/blkdev.h: requests to block devices.
 */
#ifndef _LINUX_BLKDEV_H_
#define _LINUX_BLKDEV_H_

#include <linux/types.h>
#include <linux/major.h>
#include <linux/fs.h>

/* States of a request. */
#define RQ_INACTIVE	(-1)	/* free */
#define RQ_ACTIVE	1

/*
 *	A run of sectors to be moved.  It may cover several buffers; sector and
 *	buffer always speak of the first of them that is not finished.
 */
struct request {
	volatile int rq_status;
	kdev_t rq_dev;
	int cmd;			/* READ or WRITE */
	int errors;			/* failed attempts at this buffer */
	unsigned long sector;
	unsigned long nr_sectors;	/* of all buffers */
	unsigned long current_nr_sectors; /* of the first buffer */
	char *buffer;
	struct buffer_head *bh;
	struct buffer_head *bhtail;
	struct request *next;
};

/* A driver's queue.  The first request is the one that is being served; the
   driver alone takes it off, with end_request. */
struct blk_dev_struct {
	void (*request_fn)(void);
	struct request *current_request;
	struct request plug;		/* keeps the queue busy while it fills */
};

extern struct blk_dev_struct blk_dev[MAX_BLKDEV];
extern struct wait_queue *wait_for_request;

/* Sizes per minor, by major; a null pointer means unlimited.  In KiB. */
extern int *blk_size[MAX_BLKDEV];
/* Bytes per block per minor; null means 1024. */
extern int *blksize_size[MAX_BLKDEV];

/* Sectors per minor that a driver's hardware has; Linux's name for the table
   of block sizes of the medium, which nobody here sets but drivers. */
extern int *hardsect_size[MAX_BLKDEV];

/* Sectors to be read ahead, by major: wishes of the drivers, which nobody
   here follows, since there is no cache. */
extern int read_ahead[MAX_BLKDEV];

/* How requests have fared since boot, by major. */
struct blk_stat {
	unsigned long requests;		/* put on the queue */
	unsigned long merges;		/* buffers that joined one */
	unsigned long read_sectors;
	unsigned long write_sectors;
	unsigned long errors;		/* buffers that ended in failure */
};
extern struct blk_stat blk_stat[MAX_BLKDEV];

extern int blk_dev_init(void);
extern int is_read_only(kdev_t dev);
extern void set_device_ro(kdev_t dev, int on);
extern void blk_end_request(struct blk_dev_struct *dev, int uptodate);
extern void blk_end_sectors(struct blk_dev_struct *dev, unsigned long count);

/* Each driver's start function, called by blk_dev_init. */
extern int floppy_init(void);
extern int ide_init(void);
extern int scsi_dev_init(void);

#endif /* _LINUX_BLKDEV_H_ */
