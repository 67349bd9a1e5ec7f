/*
 *	linux/fd.h: formats of floppy disks, and the driver's ioctls.
 */
#ifndef _LINUX_FD_H_
#define _LINUX_FD_H_

/* How a disk is laid out and how fast it is read. */
struct floppy_struct {
	unsigned int size;	/* sectors of 512 bytes on the disk */
	unsigned int sect;	/* per track */
	unsigned int head;
	unsigned int track;	/* cylinders */
	unsigned char gap;	/* gap 3 for reading and writing */
	unsigned char rate;	/* data rate code, for port 0x3f7 */
	unsigned char spec1;	/* step rate and head unload time */
	const char *name;
};

#define FD_IOCTL(n)	(0x0200 | (n))
#define FDGETPRM	FD_IOCTL(0x04)	/* arg: struct floppy_struct * */
#define FDFLUSH		FD_IOCTL(0x4b)	/* forget what is in the track buffer */
#define FDRESET		FD_IOCTL(0x54)	/* reset the controller */
#define FDGETSTAT	FD_IOCTL(0x57)	/* arg: struct floppy_stat * */

#define FDTRUST		FD_IOCTL(0x60)	/* arg: 1 = do not look whether DMA
					   reaches the memory (for tests) */

/* What the driver has done since boot. */
struct floppy_stat {
	unsigned long interrupts;
	unsigned long resets;
	unsigned long recalibrations;
	unsigned long seeks;
	unsigned long direct_transfers;	/* DMA to or from the request's memory */
	unsigned long bounced_transfers; /* DMA to or from the track buffer */
	unsigned long cache_hits;	/* served from the track buffer */
	unsigned long timeouts;
};

#endif /* _LINUX_FD_H_ */
