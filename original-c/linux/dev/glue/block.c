/*
 *	block.c: Linux block devices for Mach threads.
 *
 *	A thread reads and writes runs of bytes that begin on a sector.  Memory
 *	in the direct map is handed to the driver as it is, cut into buffers;
 *	other memory, and the incomplete last sector, go through a page of the
 *	direct map.  That page need not be good for DMA: drivers look for
 *	themselves.
 */
#define MACH_INCLUDE
#include <mach/vm_param.h>
#include <kern/assert.h>
#include <kern/debug.h>
#include <kern/kalloc.h>
#include <vm/vm_page.h>

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/errno.h>
#include <linux/string.h>
#include <linux/sched.h>
#include <linux/mm.h>
#include <linux/blkdev.h>
#include <linux/glue.h>
#include <asm/system.h>

#define SECTOR_SIZE	512

/* Size of the buffers that a run is cut into, when it has whole ones. */
#define BLOCK_SIZE	1024

/* Buffers that are on their way at a time. */
#define MAX_BUFFERS	64

/* The registered drivers, by major. */
struct device_struct {
	const char *name;
	struct file_operations *fops;
};

static struct device_struct blkdevs[MAX_BLKDEV];

/* An open device. */
struct block_data {
	struct block_data *next;
	struct inode inode;
	struct file file;
	struct file_operations *fops;
	int open_count;
};

static struct block_data *open_list;

/* Memory of the direct map for a transfer. */
struct bounce {
	char *data;
	vm_page_t page;			/* null: from __get_free_pages */
};

/*
 *	A name for messages.  The answer is good until the next call.
 */
const char *
kdevname(kdev_t dev)
{
	static char buf[16];

	sprintf(buf, "%02x:%02x", MAJOR(dev), MINOR(dev));
	return buf;
}

/*
 *	A driver makes itself known.
 */
int
register_blkdev(unsigned int major, const char *name,
		struct file_operations *fops)
{
	if (major == 0 || major >= MAX_BLKDEV)
		return -EINVAL;
	if (blkdevs[major].fops != NULL && blkdevs[major].fops != fops)
		return -EBUSY;
	blkdevs[major].name = name;
	blkdevs[major].fops = fops;
	return 0;
}

/*
 *	The driver that is known under this name goes away; nobody may have a
 *	device of it open.
 */
int
unregister_blkdev(unsigned int major, const char *name)
{
	if (major >= MAX_BLKDEV || blkdevs[major].fops == NULL
	    || strcmp(blkdevs[major].name, name) != 0)
		return -EINVAL;
	blkdevs[major].name = NULL;
	blkdevs[major].fops = NULL;
	return 0;
}

/*
 *	Linux's error numbers in Mach's terms.
 */
static kern_return_t
linux_to_mach_error(int err)
{
	switch (err) {
	case 0:
		return D_SUCCESS;
	case -EPERM:
	case -EROFS:
		return D_READ_ONLY;
	case -EBUSY:
		return D_ALREADY_OPEN;
	case -ENOENT:
	case -ENODEV:
	case -ENXIO:
		return D_NO_SUCH_DEVICE;
	case -ENOMEM:
		return D_NO_MEMORY;
	case -EAGAIN:
		return D_WOULD_BLOCK;
	case -EINVAL:
		return D_INVALID_OPERATION;
	default:
		return D_IO_ERROR;
	}
}

/*
 *	Wait for the block layer to be done with a buffer.
 */
void
__wait_on_buffer(struct buffer_head *bh)
{
	unsigned long flags;

	save_flags(flags);
	cli();
	while (buffer_locked(bh)) {
		sleep_on(&bh->b_wait);
		cli();
	}
	restore_flags(flags);
}

/*
 *	The block layer is done with a buffer.  Any context.  The buffer may be
 *	gone as soon as the lock is, so only its address is used after that.
 */
void
unlock_buffer(struct buffer_head *bh)
{
	struct wait_queue **wait = &bh->b_wait;

	clear_bit(BH_Lock, &bh->b_state);
	wake_up(wait);
}

/*
 *	Get a page of the direct map.  May block, except during start-up.
 */
static int
alloc_buffer(struct bounce *b)
{
	vm_page_t m;

	if (linux_auto_config) {
		b->page = VM_PAGE_NULL;
		b->data = (char *) __get_free_page(GFP_KERNEL);
		return b->data != NULL;
	}
	while ((m = vm_page_grab(FALSE)) == VM_PAGE_NULL)
		VM_PAGE_WAIT((void (*)(void)) 0);
	b->page = m;
	b->data = (char *) phystokv(m->phys_addr);
	return 1;
}

/*
 *	Give back what alloc_buffer got, to where it came from.
 */
static void
free_buffer(struct bounce *b)
{
	if (b->page == VM_PAGE_NULL)
		free_page((unsigned long) b->data);
	else
		vm_page_release(b->page, FALSE);
}

/* What getblk hands out: the head and where its memory comes from. */
struct owned_buffer {
	struct buffer_head head;
	struct bounce bounce;
};

/*
 *	A buffer for a block, contents undefined.  There is no cache: everybody
 *	gets a buffer of his own.  Null if there is no memory.
 */
struct buffer_head *
getblk(kdev_t dev, unsigned long block, int size)
{
	struct owned_buffer *ob;

	assert(size <= PAGE_SIZE);
	ob = (struct owned_buffer *) kalloc(sizeof *ob);
	if (ob == NULL)
		return NULL;
	memset(ob, 0, sizeof *ob);
	if (!alloc_buffer(&ob->bounce)) {
		kfree((vm_offset_t) ob, sizeof *ob);
		return NULL;
	}
	ob->head.b_dev = dev;
	ob->head.b_blocknr = block;
	ob->head.b_size = size;
	ob->head.b_data = ob->bounce.data;
	return &ob->head;
}

/*
 *	Give a buffer of getblk or bread back.
 */
void
brelse(struct buffer_head *bh)
{
	struct owned_buffer *ob = (struct owned_buffer *) bh;

	if (bh == NULL)
		return;
	wait_on_buffer(bh);
	free_buffer(&ob->bounce);
	kfree((vm_offset_t) ob, sizeof *ob);
}

/*
 *	The same, for a buffer whose contents nobody wants.
 */
void
bforget(struct buffer_head *bh)
{
	brelse(bh);
}

/*
 *	A block of a device, or null if it cannot be read.
 */
struct buffer_head *
bread(kdev_t dev, unsigned long block, int size)
{
	struct buffer_head *bh = getblk(dev, block, size);

	if (bh == NULL)
		return NULL;
	ll_rw_block(READ, 1, &bh);
	wait_on_buffer(bh);
	if (buffer_uptodate(bh))
		return bh;
	brelse(bh);
	return NULL;
}

/*
 *	Has a removable medium been changed since this was asked last?
 */
int
check_disk_change(kdev_t dev)
{
	struct file_operations *fops;

	if (MAJOR(dev) >= MAX_BLKDEV
	    || (fops = blkdevs[MAJOR(dev)].fops) == NULL
	    || fops->check_media_change == NULL
	    || !fops->check_media_change(dev))
		return 0;
	if (fops->revalidate != NULL)
		fops->revalidate(dev);
	return 1;
}

/*
 *	Move whole sectors between a device and memory of the direct map: cut the
 *	memory into buffers and let the block layer make them one request.
 */
static kern_return_t
rdwr_full(struct block_data *bd, int rw, unsigned long sector, char *data,
	  unsigned long count)
{
	int size = ((sector | (count / SECTOR_SIZE)) & 1) ? SECTOR_SIZE
							  : BLOCK_SIZE;
	struct buffer_head *heads, *bhv[MAX_BUFFERS];
	kern_return_t err = D_SUCCESS;
	unsigned long done;
	int i, n;

	heads = (struct buffer_head *) kalloc(MAX_BUFFERS * sizeof *heads);
	if (heads == NULL)
		return D_NO_MEMORY;

	for (done = 0; done < count && err == D_SUCCESS; done += n * size) {
		n = (count - done) / size;
		if (n > MAX_BUFFERS)
			n = MAX_BUFFERS;
		memset(heads, 0, n * sizeof *heads);
		for (i = 0; i < n; i++) {
			bhv[i] = &heads[i];
			heads[i].b_dev = bd->inode.i_rdev;
			heads[i].b_size = size;
			heads[i].b_blocknr =
				(sector + done / SECTOR_SIZE)
				/ (size / SECTOR_SIZE) + i;
			heads[i].b_data = data + done + i * size;
			if (rw == WRITE)
				mark_buffer_dirty(&heads[i]);
			mark_buffer_uptodate(&heads[i], rw == WRITE);
		}
		ll_rw_block(rw, n, bhv);
		for (i = 0; i < n; i++) {
			wait_on_buffer(&heads[i]);
			if (!buffer_uptodate(&heads[i]))
				err = D_IO_ERROR;
		}
	}
	kfree((vm_offset_t) heads, MAX_BUFFERS * sizeof *heads);
	return err;
}

/*
 *	Move up to a page through a page of our own.  An incomplete last sector
 *	is read before it is written, to keep the rest of it.
 */
static kern_return_t
rdwr_partial(struct block_data *bd, int rw, unsigned long sector, char *data,
	     unsigned long count)
{
	unsigned long whole = count & ~(SECTOR_SIZE - 1);
	unsigned long rounded = (count + SECTOR_SIZE - 1) & ~(SECTOR_SIZE - 1);
	struct bounce b;
	kern_return_t err = D_SUCCESS;

	if (!alloc_buffer(&b))
		return D_NO_MEMORY;
	if (rw == READ) {
		err = rdwr_full(bd, READ, sector, b.data, rounded);
		if (err == D_SUCCESS)
			memcpy(data, b.data, count);
	} else {
		if (whole != rounded)
			err = rdwr_full(bd, READ,
					sector + whole / SECTOR_SIZE,
					b.data + whole, SECTOR_SIZE);
		if (err == D_SUCCESS) {
			memcpy(b.data, data, count);
			err = rdwr_full(bd, WRITE, sector, b.data, rounded);
		}
	}
	free_buffer(&b);
	return err;
}

/*
 *	Read or write: first the part that can go as it is, then the rest.
 */
static kern_return_t
block_rw(struct block_data *bd, int rw, unsigned long sector, char *data,
	 unsigned long count)
{
	unsigned long limit = bdev_get_size(bd), n;
	kern_return_t err = D_SUCCESS;

	n = (count + SECTOR_SIZE - 1) / SECTOR_SIZE;
	if (limit != 0 && (n > limit || sector > limit - n))
		return D_INVALID_RECNUM;

	n = count & ~(SECTOR_SIZE - 1);
	if (n != 0 && (unsigned long) data + count <= high_memory) {
		err = rdwr_full(bd, rw, sector, data, n);
		sector += n / SECTOR_SIZE;
		data += n;
		count -= n;
	}
	while (count > 0 && err == D_SUCCESS) {
		n = count > PAGE_SIZE ? PAGE_SIZE : count;
		err = rdwr_partial(bd, rw, sector, data, n);
		sector += n / SECTOR_SIZE;
		data += n;
		count -= n;
	}
	return err;
}

/*
 *	A driver's table has these for files.  There is no cache, so they are
 *	transfers of whole sectors at the file's position; what is beyond the end
 *	of the device is not there.  They return the bytes that were moved, or a
 *	negative error.
 */
static int
file_rw(struct inode *inode, struct file *file, int rw, char *buf, int count)
{
	struct block_data bd;
	unsigned long sector = file->f_pos / SECTOR_SIZE, limit;

	if (count < 0 || ((file->f_pos | count) & (SECTOR_SIZE - 1)) != 0)
		return -EINVAL;
	bd.inode = *inode;
	limit = bdev_get_size(&bd);
	if (limit != 0) {
		if (sector >= limit)
			return rw == READ ? 0 : -ENOSPC;
		if (count / SECTOR_SIZE > limit - sector)
			count = (limit - sector) * SECTOR_SIZE;
	}
	if (block_rw(&bd, rw, sector, buf, count) != D_SUCCESS)
		return -EIO;
	file->f_pos += count;
	return count;
}

int
block_read(struct inode *inode, struct file *file, char *buf, int count)
{
	return file_rw(inode, file, READ, buf, count);
}

int
block_write(struct inode *inode, struct file *file, const char *buf, int count)
{
	return file_rw(inode, file, WRITE, (char *) buf, count);
}

/*
 *	All that is written is on the medium.
 */
int
block_fsync(struct inode *inode, struct file *file)
{
	return 0;
}

int
fsync_dev(kdev_t dev)
{
	return 0;
}

/*
 *	Nothing is kept that could be stale.
 */
void
invalidate_buffers(kdev_t dev)
{
}

void
invalidate_inodes(kdev_t dev)
{
}

/*
 *	The blocks of a device have this size from now on.
 */
void
set_blocksize(kdev_t dev, int size)
{
	int *sizes = MAJOR(dev) < MAX_BLKDEV ? blksize_size[MAJOR(dev)] : NULL;

	if (size < SECTOR_SIZE || size > PAGE_SIZE || (size & (size - 1)) != 0)
		panic("set_blocksize: %s cannot have blocks of %d bytes",
		      kdevname(dev), size);
	if (sizes != NULL)
		sizes[MINOR(dev)] = size;
}

/*
 *	Open a device for reading (FMODE_READ) or also writing (FMODE_WRITE).
 */
kern_return_t
bdev_open(kdev_t dev, int mode, struct block_data **bdp)
{
	struct block_data *bd;
	int err = 0;

	*bdp = NULL;
	if (MAJOR(dev) >= MAX_BLKDEV || blkdevs[MAJOR(dev)].fops == NULL)
		return D_NO_SUCH_DEVICE;
	if ((mode & FMODE_WRITE) && is_read_only(dev))
		return D_READ_ONLY;
	for (bd = open_list; bd != NULL; bd = bd->next)
		if (bd->inode.i_rdev == dev && bd->file.f_mode == mode) {
			bd->open_count++;
			*bdp = bd;
			return D_SUCCESS;
		}

	bd = (struct block_data *) kalloc(sizeof *bd);
	if (bd == NULL)
		return D_NO_MEMORY;
	bd->inode.i_rdev = dev;
	bd->file.f_mode = mode;
	bd->fops = blkdevs[MAJOR(dev)].fops;
	bd->open_count = 1;
	if (bd->fops->open != NULL)
		err = bd->fops->open(&bd->inode, &bd->file);
	if (err != 0) {
		kfree((vm_offset_t) bd, sizeof *bd);
		return linux_to_mach_error(err);
	}
	bd->next = open_list;
	open_list = bd;
	*bdp = bd;
	return D_SUCCESS;
}

/*
 *	Close a device.
 */
void
bdev_close(struct block_data *bd)
{
	struct block_data **p;

	if (--bd->open_count > 0)
		return;
	for (p = &open_list; *p != bd; p = &(*p)->next)
		assert(*p != NULL);
	*p = bd->next;
	if (bd->fops->release != NULL)
		bd->fops->release(&bd->inode, &bd->file);
	kfree((vm_offset_t) bd, sizeof *bd);
}

/*
 *	Read count bytes from a sector on.  The memory may be of any kind.
 */
kern_return_t
bdev_read(struct block_data *bd, unsigned long sector, char *data,
	   unsigned long count)
{
	if (!(bd->file.f_mode & FMODE_READ))
		return D_INVALID_OPERATION;
	return block_rw(bd, READ, sector, data, count);
}

/*
 *	Write count bytes from a sector on.  What the last sector has beyond them
 *	stays as it is.
 */
kern_return_t
bdev_write(struct block_data *bd, unsigned long sector, char *data,
	    unsigned long count)
{
	if (!(bd->file.f_mode & FMODE_WRITE))
		return D_INVALID_OPERATION;
	return block_rw(bd, WRITE, sector, data, count);
}

/*
 *	Size of a device in sectors; 0 if it is not known.
 */
unsigned long
bdev_get_size(struct block_data *bd)
{
	kdev_t dev = bd->inode.i_rdev;

	if (blk_size[MAJOR(dev)] == NULL)
		return 0;
	return (unsigned long) blk_size[MAJOR(dev)][MINOR(dev)] * 2;
}

/*
 *	A driver's own operations.  Returns 0 or a negative error.
 */
int
bdev_ioctl(struct block_data *bd, unsigned int cmd, unsigned long arg)
{
	if (bd->fops->ioctl == NULL)
		return -EINVAL;
	return bd->fops->ioctl(&bd->inode, &bd->file, cmd, arg);
}
