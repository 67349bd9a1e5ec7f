/*
 *	scsi/scsicam.h: geometry of SCSI disks; see drivers/scsi/sd.h.
 */
#ifndef _SCSI_SCSICAM_H_
#define _SCSI_SCSICAM_H_

struct scsi_disk;

extern int scsicam_bios_param(struct scsi_disk *disk, kdev_t dev,
			      int *geometry);

#endif /* _SCSI_SCSICAM_H_ */
