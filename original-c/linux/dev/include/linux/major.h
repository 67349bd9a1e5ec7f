/*
 *	linux/major.h: the major device numbers.
 */
#ifndef _LINUX_MAJOR_H_
#define _LINUX_MAJOR_H_

#define MAX_BLKDEV	64

#define UNNAMED_MAJOR	0
#define MEM_MAJOR	1
#define FLOPPY_MAJOR	2
#define IDE0_MAJOR	3
#define HD_MAJOR	IDE0_MAJOR
#define SCSI_DISK_MAJOR	8
#define SCSI_CDROM_MAJOR 11
#define IDE1_MAJOR	22
#define IDE2_MAJOR	33
#define IDE3_MAJOR	34

/* Never a driver's: the numbers that Linux keeps for local experiments.
   The block layer's own tests register a disk in memory here. */
#define LOCAL_MAJOR	60

#endif /* _LINUX_MAJOR_H_ */
