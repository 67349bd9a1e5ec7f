/*
 *	ll_rw_blk.c: the queues of requests to block devices.
 *
 *	ll_rw_block turns buffers into requests.  Buffers that are neighbours on
 *	the medium share a request; requests are kept in the order of one sweep
 *	over the medium.  The driver serves the first request of its queue and
 *	takes it off with blk_end_request.
 *
 *	Queues are protected by turning interrupts off.  Every wake_up and every
 *	request_fn may turn them on again, so they come last.
 */
#define MACH_INCLUDE
#include <kern/assert.h>
#include <kern/debug.h>

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/blkdev.h>
#include <asm/bitops.h>
#include <asm/system.h>

/* Requests for all devices together, and the share that may be writes: reads
   are waited for, so writes must not take everything. */
#define NR_REQUEST	64
#define NR_WRITE	(NR_REQUEST * 2 / 3)

/* Longest request. */
#define MAX_SECTORS	244

static struct request all_requests[NR_REQUEST];
struct wait_queue *wait_for_request;

struct blk_dev_struct blk_dev[MAX_BLKDEV];
struct blk_stat blk_stat[MAX_BLKDEV];
int *blk_size[MAX_BLKDEV];
int *blksize_size[MAX_BLKDEV];
int *hardsect_size[MAX_BLKDEV];
int read_ahead[MAX_BLKDEV];

/* A bit per minor: writing is refused. */
static unsigned int ro_bits[MAX_BLKDEV][8];

/*
 *	May the device not be written to?
 */
int
is_read_only(kdev_t dev)
{
	if (MAJOR(dev) >= MAX_BLKDEV)
		return 0;
	return test_bit(MINOR(dev), ro_bits[MAJOR(dev)]);
}

/*
 *	Refuse (1) or allow (0) writing to a device.
 */
void
set_device_ro(kdev_t dev, int on)
{
	if (MAJOR(dev) >= MAX_BLKDEV)
		return;
	if (on)
		set_bit(MINOR(dev), ro_bits[MAJOR(dev)]);
	else
		clear_bit(MINOR(dev), ro_bits[MAJOR(dev)]);
}

/*
 *	Let a queue fill before its driver sees it: an empty queue gets an
 *	inactive request in front.  A driver that looks at it stops there.
 */
static void
plug_device(struct blk_dev_struct *dev)
{
	unsigned long flags;

	save_flags(flags);
	cli();
	if (dev->current_request == NULL) {
		dev->plug.rq_status = RQ_INACTIVE;
		dev->plug.next = NULL;
		dev->current_request = &dev->plug;
	}
	restore_flags(flags);
}

/*
 *	Take the plug out and let the driver start.
 */
static void
unplug_device(struct blk_dev_struct *dev)
{
	unsigned long flags;
	int start = 0;

	save_flags(flags);
	cli();
	if (dev->current_request == &dev->plug) {
		dev->current_request = dev->plug.next;
		dev->plug.next = NULL;
		start = dev->current_request != NULL;
	}
	restore_flags(flags);
	if (start)
		dev->request_fn();
}

/*
 *	Is request a to be served before b?  Reads first, then by device, then
 *	by sector.
 */
static int
in_order(struct request *a, struct request *b)
{
	if (a->cmd != b->cmd)
		return a->cmd < b->cmd;
	if (a->rq_dev != b->rq_dev)
		return a->rq_dev < b->rq_dev;
	return a->sector < b->sector;
}

/*
 *	A free request among the first n, made ours, or null.
 */
static struct request *
get_request(int n, kdev_t dev)
{
	static struct request *prev_found = all_requests;
	struct request *req, *limit = all_requests + n;
	unsigned long flags;

	save_flags(flags);
	cli();
	/* Begin behind the last one found: the ones before are likely busy. */
	req = prev_found < limit ? prev_found : all_requests;
	for (; n > 0; n--) {
		if (++req >= limit)
			req = all_requests;
		if (req->rq_status == RQ_INACTIVE) {
			req->rq_status = RQ_ACTIVE;
			req->rq_dev = dev;
			prev_found = req;
			restore_flags(flags);
			return req;
		}
	}
	restore_flags(flags);
	return NULL;
}

/*
 *	The same, waiting for one.  What waits behind our own plug would never
 *	be served, so the plug goes first.
 */
static struct request *
get_request_wait(int n, kdev_t dev)
{
	struct request *req;
	unsigned long flags;

	save_flags(flags);
	for (;;) {
		cli();
		req = get_request(n, dev);
		if (req != NULL)
			break;
		unplug_device(&blk_dev[MAJOR(dev)]);
		cli();
		req = get_request(n, dev);
		if (req != NULL)
			break;
		sleep_on(&wait_for_request);
	}
	restore_flags(flags);
	return req;
}

/*
 *	Put a request in its place on the queue: the first one where it fits
 *	between two others, or where a new sweep begins.  The first request of
 *	the queue is being served and stays first.
 */
static void
add_request(struct blk_dev_struct *dev, struct request *req)
{
	struct request *tmp;
	unsigned long flags;

	req->next = NULL;
	save_flags(flags);
	cli();
	blk_stat[MAJOR(req->rq_dev)].requests++;
	if (req->bh != NULL)
		clear_bit(BH_Dirty, &req->bh->b_state);
	if ((tmp = dev->current_request) == NULL) {
		dev->current_request = req;
		restore_flags(flags);
		dev->request_fn();
		return;
	}
	for (; tmp->next != NULL; tmp = tmp->next) {
		if (tmp == &dev->plug) {
			/* Nothing is being served yet. */
			if (in_order(req, tmp->next))
				break;
			continue;
		}
		if ((in_order(tmp, req) || !in_order(tmp, tmp->next))
		    && in_order(req, tmp->next))
			break;
	}
	req->next = tmp->next;
	tmp->next = req;
	restore_flags(flags);
}

/*
 *	Try to make a buffer part of a request that is waiting.  The first
 *	request is being served and not touched.  Returns 1 on success.
 *	Interrupts are off.
 */
static int
merge_buffer(struct blk_dev_struct *dev, int rw, struct buffer_head *bh,
	     unsigned long sector, unsigned long count)
{
	struct request *req = dev->current_request;

	for (req = req != NULL ? req->next : NULL; req != NULL;
	     req = req->next) {
		if (req->rq_dev != bh->b_dev || req->cmd != rw
		    || req->nr_sectors + count > MAX_SECTORS)
			continue;
		if (req->sector + req->nr_sectors == sector) {
			req->bhtail->b_reqnext = bh;
			req->bhtail = bh;
		} else if (sector + count == req->sector) {
			bh->b_reqnext = req->bh;
			req->bh = bh;
			req->buffer = bh->b_data;
			req->current_nr_sectors = count;
			req->sector = sector;
		} else
			continue;
		req->nr_sectors += count;
		clear_bit(BH_Dirty, &bh->b_state);
		blk_stat[MAJOR(bh->b_dev)].merges++;
		return 1;
	}
	return 0;
}

/*
 *	Is the buffer inside the device?
 */
static int
inside_device(struct buffer_head *bh, unsigned long sector,
	      unsigned long count)
{
	int *sizes = blk_size[MAJOR(bh->b_dev)];
	unsigned long limit;

	if (sizes == NULL)
		return 1;
	/* Sizes are in KiB, so an odd sector at the end is out of reach. */
	limit = (unsigned long) sizes[MINOR(bh->b_dev)] * 2;
	return count <= limit && sector <= limit - count;
}

/*
 *	Queue one buffer.
 */
static void
make_request(int major, int rw, struct buffer_head *bh)
{
	struct blk_dev_struct *dev = &blk_dev[major];
	unsigned long count = bh->b_size >> 9;
	unsigned long sector = bh->b_blocknr * count;
	int rw_ahead = rw == READA;
	struct request *req;
	unsigned long flags;

	/* Somebody else's transfer of this buffer will do as well. */
	if (set_bit(BH_Lock, &bh->b_state))
		return;
	bh->b_reqnext = NULL;

	if (!inside_device(bh, sector, count)) {
		printk(KERN_WARNING "%s: block %lu is beyond the end\n",
		       kdevname(bh->b_dev), bh->b_blocknr);
		blk_stat[major].errors++;
		mark_buffer_uptodate(bh, 0);
		goto unlock;
	}
	if (rw_ahead)
		rw = READ;
	if (rw == READ ? buffer_uptodate(bh) : !buffer_dirty(bh))
		goto unlock;		/* nothing to do */

	save_flags(flags);
	cli();
	if (merge_buffer(dev, rw, bh, sector, count)) {
		restore_flags(flags);
		return;
	}
	restore_flags(flags);

	if (rw_ahead) {
		req = get_request(NR_REQUEST, bh->b_dev);
		if (req == NULL)
			goto unlock;	/* it was a mere wish */
	} else
		req = get_request_wait(rw == READ ? NR_REQUEST : NR_WRITE,
				       bh->b_dev);
	req->cmd = rw;
	req->errors = 0;
	req->sector = sector;
	req->nr_sectors = count;
	req->current_nr_sectors = count;
	req->buffer = bh->b_data;
	req->bh = bh;
	req->bhtail = bh;
	add_request(dev, req);
	return;

unlock:
	unlock_buffer(bh);
}

/*
 *	Start the transfer of buffers, all of one device and of one size.  The
 *	caller waits for them with wait_on_buffer and then finds out by
 *	buffer_uptodate whether it went well.
 */
void
ll_rw_block(int rw, int nr, struct buffer_head *bh[])
{
	struct blk_dev_struct *dev = NULL;
	unsigned int major;
	int i;

	while (nr > 0 && *bh == NULL) {
		bh++;
		nr--;
	}
	if (nr <= 0)
		return;

	major = MAJOR(bh[0]->b_dev);
	if (major < MAX_BLKDEV)
		dev = &blk_dev[major];
	if (dev == NULL || dev->request_fn == NULL) {
		printk(KERN_ERR "ll_rw_block: no device %s\n",
		       kdevname(bh[0]->b_dev));
		goto sorry;
	}
	if (rw == WRITE && is_read_only(bh[0]->b_dev)) {
		printk(KERN_NOTICE "ll_rw_block: %s is read-only\n",
		       kdevname(bh[0]->b_dev));
		goto sorry;
	}

	if (nr > 1)
		plug_device(dev);
	for (i = 0; i < nr; i++) {
		if (bh[i] == NULL)
			continue;
		assert(bh[i]->b_size != 0 && (bh[i]->b_size & 511) == 0);
		set_bit(BH_Req, &bh[i]->b_state);
		make_request(major, rw, bh[i]);
	}
	unplug_device(dev);
	return;

sorry:
	for (i = 0; i < nr; i++)
		if (bh[i] != NULL) {
			clear_bit(BH_Dirty, &bh[i]->b_state);
			mark_buffer_uptodate(bh[i], 0);
		}
}

/*
 *	The first buffer of a driver's current request is done, well or badly.
 *	After the last one the request is free again and the next one current.
 *	Any context.
 */
void
blk_end_request(struct blk_dev_struct *dev, int uptodate)
{
	struct request *req = dev->current_request;
	struct buffer_head *bh = req->bh;
	struct blk_stat *stat = &blk_stat[MAJOR(req->rq_dev)];
	unsigned long flags;

	if (!uptodate) {
		printk(KERN_WARNING "end_request: I/O error, dev %s, "
		       "sector %lu\n", kdevname(req->rq_dev), req->sector);
		stat->errors++;
	} else if (req->cmd == READ)
		stat->read_sectors += req->current_nr_sectors;
	else
		stat->write_sectors += req->current_nr_sectors;

	req->errors = 0;
	req->sector += req->current_nr_sectors;
	req->nr_sectors -= req->current_nr_sectors;
	if (bh != NULL) {
		req->bh = bh->b_reqnext;
		bh->b_reqnext = NULL;
		mark_buffer_uptodate(bh, uptodate);
		if (req->bh != NULL) {
			req->current_nr_sectors = req->bh->b_size >> 9;
			req->buffer = req->bh->b_data;
			unlock_buffer(bh);
			return;
		}
	}
	save_flags(flags);
	cli();
	dev->current_request = req->next;
	req->next = NULL;
	req->rq_status = RQ_INACTIVE;
	restore_flags(flags);
	if (bh != NULL)
		unlock_buffer(bh);
	wake_up(&wait_for_request);
}

/*
 *	So many sectors of the current request are done well; they may end in the
 *	middle of a buffer.
 */
void
blk_end_sectors(struct blk_dev_struct *dev, unsigned long count)
{
	struct request *req = dev->current_request;
	int last;

	while (count >= req->current_nr_sectors) {
		count -= req->current_nr_sectors;
		last = req->nr_sectors == req->current_nr_sectors;
		blk_end_request(dev, 1);
		if (last)
			return;
	}
	req->sector += count;
	req->nr_sectors -= count;
	req->current_nr_sectors -= count;
	req->buffer += count << 9;
	if (req->cmd == READ)
		blk_stat[MAJOR(req->rq_dev)].read_sectors += count;
	else
		blk_stat[MAJOR(req->rq_dev)].write_sectors += count;
}

/*
 *	Called once, at start-up: make the requests free and start the drivers.
 */
int
blk_dev_init(void)
{
	struct request *req;

	for (req = all_requests; req < all_requests + NR_REQUEST; req++) {
		req->rq_status = RQ_INACTIVE;
		req->next = NULL;
	}
	(void) floppy_init();
	(void) ide_init();
	(void) scsi_dev_init();
	return 0;
}
