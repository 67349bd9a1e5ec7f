/*
 *	linux/scsi.h: numbers of SCSI-2 (X3.131-1994) that drivers name.
 */
#ifndef _LINUX_SCSI_H_
#define _LINUX_SCSI_H_

/* Commands. */
#define TEST_UNIT_READY	0x00
#define REZERO_UNIT	0x01
#define REQUEST_SENSE	0x03
#define READ_6		0x08
#define WRITE_6		0x0a
#define INQUIRY		0x12
#define MODE_SELECT	0x15
#define MODE_SENSE	0x1a
#define START_STOP	0x1b
#define READ_CAPACITY	0x25
#define READ_10		0x28
#define WRITE_10	0x2a

/* Status bytes, shifted right by one as drivers expect them. */
#define GOOD			0x00
#define CHECK_CONDITION		0x01
#define CONDITION_GOOD		0x02
#define BUSY			0x04
#define INTERMEDIATE_GOOD	0x08
#define RESERVATION_CONFLICT	0x0c
#define QUEUE_FULL		0x14
#define STATUS_MASK		0x3e

/* Sense keys. */
#define NO_SENSE	0x00
#define RECOVERED_ERROR	0x01
#define NOT_READY	0x02
#define MEDIUM_ERROR	0x03
#define HARDWARE_ERROR	0x04
#define ILLEGAL_REQUEST	0x05
#define UNIT_ATTENTION	0x06
#define DATA_PROTECT	0x07
#define ABORTED_COMMAND	0x0b

/* What a device is (INQUIRY). */
#define TYPE_DISK	0x00
#define TYPE_TAPE	0x01
#define TYPE_ROM	0x05
#define TYPE_NO_LUN	0x7f

/* Messages. */
#define COMMAND_COMPLETE	0x00
#define EXTENDED_MESSAGE	0x01
#define EXTENDED_MODIFY_DATA_POINTER 0x00
#define EXTENDED_SDTR		0x01	/* synchronous transfers */
#define EXTENDED_EXTENDED_IDENTIFY 0x02
#define EXTENDED_WDTR		0x03	/* wide ones */
#define LINKED_CMD_COMPLETE	0x0a
#define LINKED_FLG_CMD_COMPLETE	0x0b
#define SIMPLE_QUEUE_TAG	0x20
#define HEAD_OF_QUEUE_TAG	0x21
#define ORDERED_QUEUE_TAG	0x22
#define SAVE_POINTERS		0x02
#define RESTORE_POINTERS	0x03
#define DISCONNECT		0x04
#define INITIATOR_ERROR		0x05
#define ABORT			0x06
#define MESSAGE_REJECT		0x07
#define NOP			0x08
#define MSG_PARITY_ERROR	0x09
#define BUS_DEVICE_RESET	0x0c
#define IDENTIFY_BASE		0x80
#define IDENTIFY(can_disconnect, lun) \
	(IDENTIFY_BASE | ((can_disconnect) ? 0x40 : 0) | ((lun) & 0x07))

#endif /* _LINUX_SCSI_H_ */
