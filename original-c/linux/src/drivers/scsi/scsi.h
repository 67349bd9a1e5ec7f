/*
 *	scsi.h: commands on their way to a SCSI device and back.
 *
 *	The names are those of Linux 2.0.  A driver of a host gets a command by
 *	queuecommand, puts what came of it into result, and calls the function
 *	that it was given.
 */
#ifndef _SCSI_H_
#define _SCSI_H_

#include <linux/types.h>
#include <linux/timer.h>
#include <linux/scsi.h>

/* The four bytes of a result: what the host's driver, the bus, the target and
   the layers above have to say. */
#define status_byte(result)	(((result) >> 1) & 0x1f)
#define msg_byte(result)	(((result) >> 8) & 0xff)
#define host_byte(result)	(((result) >> 16) & 0xff)
#define driver_byte(result)	(((result) >> 24) & 0xff)

#define DID_OK		0x00
#define DID_NO_CONNECT	0x01		/* nobody answers to that number */
#define DID_BUS_BUSY	0x02
#define DID_TIME_OUT	0x03
#define DID_BAD_TARGET	0x04
#define DID_ABORT	0x05
#define DID_PARITY	0x06
#define DID_ERROR	0x07
#define DID_RESET	0x08
#define DID_BAD_INTR	0x09
#define DID_PASSTHROUGH	0x0a
#define DID_SOFT_ERROR	0x0b

#define DRIVER_OK	0x00
#define DRIVER_TIMEOUT	0x06
#define DRIVER_SENSE	0x08		/* sense_buffer says why */

/* Answers of abort. */
#define SCSI_ABORT_SNOOZE	0	/* no: wait a while longer */
#define SCSI_ABORT_SUCCESS	1	/* done has been called */
#define SCSI_ABORT_PENDING	2	/* it will be */
#define SCSI_ABORT_BUSY		3
#define SCSI_ABORT_NOT_RUNNING	4
#define SCSI_ABORT_ERROR	5

/* Answers of reset. */
#define SCSI_RESET_SNOOZE	0
#define SCSI_RESET_PUNT		1	/* it cannot */
#define SCSI_RESET_SUCCESS	2	/* done has been called */
#define SCSI_RESET_PENDING	3
#define SCSI_RESET_WAKEUP	4
#define SCSI_RESET_NOT_RUNNING	5
#define SCSI_RESET_ERROR	6
#define SCSI_RESET_ACTION	0xff
#define SCSI_RESET_BUS_RESET	0x100	/* with the answer: what was reset */
#define SCSI_RESET_HOST_RESET	0x200

/* Flags of reset: why it is wanted. */
#define SCSI_RESET_SYNCHRONOUS	0x01
#define SCSI_RESET_ASYNCHRONOUS	0x02
#define SCSI_RESET_SUGGEST_BUS_RESET	0x04
#define SCSI_RESET_SUGGEST_HOST_RESET	0x08

struct Scsi_Host;

/* A piece of memory of a command: direct-mapped. */
struct scatterlist {
	char *address;
	char *alt_address;
	unsigned int length;
};

/* A device that answers at a host. */
typedef struct scsi_device {
	struct scsi_device *next;
	struct Scsi_Host *host;
	unsigned char id, lun, channel;
	unsigned char type;
	char vendor[9], model[17], rev[5];
	unsigned char queue_depth, current_tag;
	unsigned disconnect : 1;	/* never: one command at a time */
	unsigned soft_reset : 1;
	unsigned tagged_supported : 1;
	unsigned tagged_queue : 1;
	unsigned wide : 1, sync : 1;
} Scsi_Device;

typedef struct scsi_disk Disk;
typedef struct scsi_disk Scsi_Disk;

/* A driver's own notes about a command that it works at. */
typedef struct scsi_pointer {
	char *ptr;			/* in the piece that is moved */
	int this_residual;		/* of it */
	struct scatterlist *buffer;	/* the piece */
	int buffers_residual;		/* pieces behind it */
	volatile int Status;
	volatile int Message;
	volatile int have_data_in;
	volatile int sent_command;
	volatile int phase;
} Scsi_Pointer;

typedef struct scsi_cmnd {
	struct Scsi_Host *host;
	Scsi_Device *device;
	unsigned char target, lun, channel;
	unsigned char cmd_len;
	unsigned char cmnd[12];		/* as it is sent now */
	unsigned char data_cmnd[12];	/* ... and as it was asked for */
	unsigned short use_sg;		/* pieces of request_buffer, or 0 */
	unsigned int bufflen;
	void *buffer;
	unsigned int request_bufflen;	/* as cmnd is to data_cmnd */
	void *request_buffer;
	unsigned short saved_use_sg;
	unsigned char saved_cmd_len;
	unsigned char sense_buffer[16];
	int retries, allowed;
	int timeout_per_command;
	int result;
	unsigned int underflow;
	int internal_timeout;		/* steps of error handling */
	struct timer_list timer;
	Scsi_Pointer SCp;
	unsigned long pid;
	/* Which sending of it this is, and the last one that took too long. */
	unsigned long serial_number;
	unsigned long serial_number_at_timeout;
	struct scsi_cmnd *reset_chain;	/* the driver's own */
	unsigned char tag;
	unsigned int transfersize;
	unsigned char *host_scribble;
	void (*scsi_done)(struct scsi_cmnd *);	/* called by the driver */
	void (*done)(struct scsi_cmnd *);	/* ... and by this layer */
	struct scsi_cmnd *next;
} Scsi_Cmnd;

/* States of internal_timeout. */
#define NORMAL_TIMEOUT	0
#define IN_ABORT	1
#define IN_RESET	2
#define IN_SENSE	4

/* Length of a command by the upper three bits of its first byte. */
extern const unsigned char scsi_command_size[8];
#define COMMAND_SIZE(opcode)	scsi_command_size[((opcode) >> 5) & 7]

/* Commands that this layer was given and what became of them. */
struct scsi_stat {
	unsigned long commands;
	unsigned long retries;
	unsigned long senses;
	unsigned long timeouts;
	unsigned long aborts;
	unsigned long resets;
};
extern struct scsi_stat scsi_stat;

/* Send a command; done is called when it has come back, from an interrupt or
   before this returns. */
extern void scsi_do_cmd(Scsi_Cmnd *cmd, const void *cmnd, void *buffer,
			unsigned int bufflen, void (*done)(Scsi_Cmnd *),
			int timeout, int retries);

/* The same, and wait for it.  Returns its result. */
extern int scsi_wait_cmd(Scsi_Cmnd *cmd, const void *cmnd, void *buffer,
			 unsigned int bufflen, int timeout, int retries);

extern int scsi_dev_init(void);

/* Memory of DMA for drivers, in multiples of 512 bytes. */
extern void *scsi_malloc(unsigned int len);
extern int scsi_free(void *ptr, unsigned int len);

extern void print_command(unsigned char *command);
extern void print_sense(const char *name, Scsi_Cmnd *cmd);
extern int print_msg(const unsigned char *msg);

#endif /* _SCSI_H_ */
