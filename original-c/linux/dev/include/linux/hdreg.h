/*
 *	linux/hdreg.h: the registers of an AT disk, and what is asked of the
 *	driver (ATA-3, X3T10/2008D).
 */
#ifndef _LINUX_HDREG_H_
#define _LINUX_HDREG_H_

/* Ports of the first channel; the second has them at 0x170 and 0x376. */
#define HD_DATA		0x1f0
#define HD_ERROR	0x1f1
#define HD_NSECTOR	0x1f2
#define HD_SECTOR	0x1f3
#define HD_LCYL		0x1f4
#define HD_HCYL		0x1f5
#define HD_CURRENT	0x1f6		/* 101dhhhh: drive and head */
#define HD_STATUS	0x1f7
#define HD_FEATURE	HD_ERROR
#define HD_PRECOMP	HD_FEATURE
#define HD_COMMAND	HD_STATUS
#define HD_CMD		0x3f6
#define HD_ALTSTATUS	0x3f6

/* HD_STATUS */
#define ERR_STAT	0x01
#define INDEX_STAT	0x02
#define ECC_STAT	0x04
#define DRQ_STAT	0x08
#define SEEK_STAT	0x10
#define WRERR_STAT	0x20
#define READY_STAT	0x40
#define BUSY_STAT	0x80

/* HD_COMMAND */
#define WIN_RESTORE	0x10
#define WIN_READ	0x20
#define WIN_WRITE	0x30
#define WIN_VERIFY	0x40
#define WIN_FORMAT	0x50
#define WIN_DIAGNOSE	0x90
#define WIN_SPECIFY	0x91
#define WIN_MULTREAD	0xc4
#define WIN_MULTWRITE	0xc5
#define WIN_SETMULT	0xc6
#define WIN_READDMA	0xc8
#define WIN_WRITEDMA	0xca
#define WIN_PIDENTIFY	0xa1
#define WIN_IDENTIFY	0xec
#define WIN_SETFEATURES	0xef

/* HD_ERROR */
#define MARK_ERR	0x01
#define TRK0_ERR	0x02
#define ABRT_ERR	0x04
#define ID_ERR		0x10
#define ECC_ERR		0x40
#define BBD_ERR		0x80

struct hd_geometry {
	unsigned char heads;
	unsigned char sectors;
	unsigned short cylinders;
	unsigned long start;
};

#define HDIO_GETGEO	0x0301

/* What a drive says of itself, as far as it is looked at. */
struct hd_driveid {
	unsigned short config;
	unsigned short cyls;
	unsigned short reserved2;
	unsigned short heads;
	unsigned short track_bytes;
	unsigned short sector_bytes;
	unsigned short sectors;
	unsigned short vendor0, vendor1, vendor2;
	unsigned char serial_no[20];
	unsigned short buf_type;
	unsigned short buf_size;
	unsigned short ecc_bytes;
	unsigned char fw_rev[8];
	unsigned char model[40];	/* the bytes of each word swapped */
	unsigned char max_multsect;
	unsigned char vendor3;
	unsigned short dword_io;
	unsigned char vendor4;
	unsigned char capability;	/* bit 0: DMA, bit 1: LBA */
	unsigned short reserved50;
	unsigned char vendor5, tPIO, vendor6, tDMA;
	unsigned short field_valid;
	unsigned short cur_cyls, cur_heads, cur_sectors;
	unsigned short cur_capacity0, cur_capacity1;
	unsigned char multsect, multsect_valid;
	unsigned int lba_capacity;
	unsigned short dma_1word;
	unsigned short dma_mword;
	unsigned short reserved[192];
} __attribute__ ((packed));

#endif /* _LINUX_HDREG_H_ */
