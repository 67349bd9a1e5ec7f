/*
 *	linux/fdreg.h: registers, commands and status bits of the floppy disk
 *	controller.  Source: Intel 82077AA data sheet.
 */
#ifndef _LINUX_FDREG_H_
#define _LINUX_FDREG_H_

/* Ports of the first controller. */
#define FD_BASE		0x3f0
#define FD_DOR		(FD_BASE + 2)	/* digital output */
#define FD_STATUS	(FD_BASE + 4)	/* main status */
#define FD_DATA		(FD_BASE + 5)	/* command, parameter, result bytes */
#define FD_DIR		(FD_BASE + 7)	/* read: digital input */
#define FD_DCR		(FD_BASE + 7)	/* write: data rate */

/* Digital output register: drive in bits 0-1, motors in bits 4-7. */
#define DOR_RUN		0x04		/* 0 holds the controller in reset */
#define DOR_DMA_IRQ	0x08		/* let DMA and interrupts through */
#define DOR_MOTOR(d)	(0x10 << (d))

/* Main status register. */
#define STATUS_BUSY	0x10		/* a command is in progress */
#define STATUS_DIR	0x40		/* the controller wants to be read */
#define STATUS_READY	0x80		/* a byte may be moved */

/* Digital input register. */
#define DIR_CHANGED	0x80		/* the disk was or is out */

/* Status register 0, first result byte. */
#define ST0_DS		0x03		/* drive */
#define ST0_INTR	0xc0		/* how the command ended; 0 is well */
#define ST0_SE		0x20		/* seek ended */
#define ST0_ECE		0x10		/* no track 0 signal */

/* Status register 1, second result byte. */
#define ST1_WP		0x02		/* write protected */

/* Status register 3, the answer to FD_SENSED. */
#define ST3_WP		0x40		/* write protected */

/* Commands. */
#define FD_SPECIFY	0x03
#define FD_SENSED	0x04		/* sense drive status */
#define FD_RECALIBRATE	0x07
#define FD_SENSEI	0x08		/* sense interrupt status */
#define FD_SEEK		0x0f
#define FD_VERSION	0x10
#define FD_READ		0xe6		/* multi-track, MFM, skip deleted */
#define FD_WRITE	0xc5		/* multi-track, MFM */

/* Answers to FD_VERSION. */
#define FDC_NONE	0x00
#define FDC_8272A	0x80
#define FDC_82077	0x90

#define FD_SECTOR_SIZE_CODE	2	/* 128 << 2 bytes */
#define FD_DATA_LENGTH		0xff	/* unused when the code above is not 0 */

#endif /* _LINUX_FDREG_H_ */
