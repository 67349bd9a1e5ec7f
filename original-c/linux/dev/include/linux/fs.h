/*
 *	linux/fs.h: buffers, and the table of operations of a device.
 *
 *	There are no Linux file systems here.  What is left of this header is
 *	what block drivers and the block layer need.
 */
#ifndef _LINUX_FS_H_
#define _LINUX_FS_H_

#include <linux/types.h>
#include <linux/wait.h>
#include <asm/bitops.h>

#define READ	0
#define WRITE	1
#define READA	2	/* read ahead: given up rather than waited for */

/* Bits of b_state. */
#define BH_Uptodate	0	/* b_data is what is on the medium */
#define BH_Dirty	1	/* b_data has to be written */
#define BH_Lock		2	/* the block layer is at work on it */
#define BH_Req		3	/* it has been on a request queue */

/*
 *	One block of one device and the memory it is read into or written from.
 *	The memory is contiguous and in the direct map; it need not be memory
 *	that ISA DMA reaches, so a driver of such a device has to look.
 */
struct buffer_head {
	unsigned long b_blocknr;	/* in units of b_size */
	kdev_t b_dev;
	unsigned long b_state;
	unsigned long b_size;		/* a multiple of 512 */
	char *b_data;
	struct buffer_head *b_reqnext;	/* next one of the same request */
	struct wait_queue *b_wait;	/* for BH_Lock to go away */
};

#define buffer_uptodate(bh)	test_bit(BH_Uptodate, &(bh)->b_state)
#define buffer_dirty(bh)	test_bit(BH_Dirty, &(bh)->b_state)
#define buffer_locked(bh)	test_bit(BH_Lock, &(bh)->b_state)

extern void __wait_on_buffer(struct buffer_head *bh);
extern void unlock_buffer(struct buffer_head *bh);

static inline void
wait_on_buffer(struct buffer_head *bh)
{
	if (buffer_locked(bh))
		__wait_on_buffer(bh);
}

static inline void
mark_buffer_uptodate(struct buffer_head *bh, int on)
{
	if (on)
		set_bit(BH_Uptodate, &bh->b_state);
	else
		clear_bit(BH_Uptodate, &bh->b_state);
}

static inline void
mark_buffer_dirty(struct buffer_head *bh)
{
	set_bit(BH_Dirty, &bh->b_state);
}

extern void ll_rw_block(int rw, int nr, struct buffer_head *bh[]);
extern struct buffer_head *getblk(kdev_t dev, unsigned long block, int size);
extern struct buffer_head *bread(kdev_t dev, unsigned long block, int size);
extern void brelse(struct buffer_head *bh);
extern void bforget(struct buffer_head *bh);

/* What a driver sees of an opened device file. */
struct inode {
	kdev_t i_rdev;
	umode_t i_mode;
	loff_t i_size;
};

struct file {
	int f_mode;		/* bit 0: for reading, bit 1: for writing */
	loff_t f_pos;
	unsigned short f_flags;
};

#define FMODE_READ	1
#define FMODE_WRITE	2

struct dirent;
struct select_table_struct;
struct vm_area_struct;
typedef struct select_table_struct select_table;
typedef int (*filldir_t)(void *, const char *, int, loff_t, unsigned long);

/*
 *	A missing operation is a null pointer.  The order is Linux's, since its
 *	drivers list them without their names.  Mach's side calls ioctl, open,
 *	release, check_media_change and revalidate.
 */
struct file_operations {
	int (*lseek)(struct inode *, struct file *, loff_t, int);
	int (*read)(struct inode *, struct file *, char *, int);
	int (*write)(struct inode *, struct file *, const char *, int);
	int (*readdir)(struct inode *, struct file *, void *, filldir_t);
	int (*select)(struct inode *, struct file *, int, select_table *);
	int (*ioctl)(struct inode *, struct file *, unsigned int cmd,
		     unsigned long arg);
	int (*mmap)(struct inode *, struct file *, struct vm_area_struct *);
	int (*open)(struct inode *, struct file *);
	void (*release)(struct inode *, struct file *);
	int (*fsync)(struct inode *, struct file *);
	int (*fasync)(struct inode *, struct file *, int);
	int (*check_media_change)(kdev_t);
	int (*revalidate)(kdev_t);
};

/* For the tables of block drivers: reading, writing and flushing by bytes.
   Threads come by the Mach interface instead (linux/glue.h). */
extern int block_read(struct inode *, struct file *, char *, int);
extern int block_write(struct inode *, struct file *, const char *, int);
extern int block_fsync(struct inode *, struct file *);

extern int register_blkdev(unsigned int major, const char *name,
			   struct file_operations *fops);
extern int unregister_blkdev(unsigned int major, const char *name);
extern int check_disk_change(kdev_t dev);
extern void set_blocksize(kdev_t dev, int size);
extern int fsync_dev(kdev_t dev);
extern void invalidate_buffers(kdev_t dev);
extern void invalidate_inodes(kdev_t dev);
extern const char *kdevname(kdev_t dev);

#endif /* _LINUX_FS_H_ */
