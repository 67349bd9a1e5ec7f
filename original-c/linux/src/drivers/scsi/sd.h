/*
 *	sd.h: SCSI disks.
 */
#ifndef _SD_H_
#define _SD_H_

#include <linux/genhd.h>
#include "scsi.h"

#define SD_DISKS	4
#define SD_PARTN_BITS	4

struct scsi_disk {
	Scsi_Device *device;
	unsigned int capacity;		/* sectors of 512 bytes */
	unsigned char write_prot;
};

extern void sd_attach(Scsi_Device *device);
extern void sd_init(void);

/* Geometry as the BIOS would have it. */
extern int scsicam_bios_param(Disk *disk, kdev_t dev, int *geometry);

/* What the disks' driver has done since boot. */
struct sd_stat {
	unsigned long commands;
	unsigned long pieces;
};
extern struct sd_stat sd_stat;

#endif /* _SD_H_ */
