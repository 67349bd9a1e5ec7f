/*
 *	linux/blk.h: shorthand for block drivers.  A driver defines MAJOR_NR and
 *	includes this file.
 */
#ifndef _LINUX_BLK_H_
#define _LINUX_BLK_H_

#include <kern/debug.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/malloc.h>
#include <linux/blkdev.h>
#include <linux/genhd.h>

/* Drivers that serve no queue of their own stop here. */
#ifdef MAJOR_NR

#define CURRENT		(blk_dev[MAJOR_NR].current_request)
#define CURRENT_DEV	(CURRENT->rq_dev)

/* True while the driver has something to do. */
#define HAVE_REQUEST	(CURRENT != NULL && CURRENT->rq_status != RQ_INACTIVE)

/* Finish the first buffer of the current request, well (1) or badly (0). */
#define end_request(uptodate)	blk_end_request(&blk_dev[MAJOR_NR], (uptodate))

/* A request that is not ours means that the queues are mixed up. */
#define INIT_REQUEST							\
	({								\
		if (MAJOR(CURRENT_DEV) != MAJOR_NR)			\
			panic("block request list of major %d broken",	\
			      MAJOR_NR);				\
	})

#endif /* MAJOR_NR */

#endif /* _LINUX_BLK_H_ */
