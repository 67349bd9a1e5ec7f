/*
 *	hosts.h: SCSI hosts, the devices by which a machine reaches a SCSI bus,
 *	and what their drivers say of them.
 */
#ifndef _HOSTS_H_
#define _HOSTS_H_

#include <linux/types.h>
#include <linux/proc_fs.h>
#include <linux/stat.h>
#include "scsi.h"

#define SG_NONE		0		/* memory in one piece */
#define SG_ALL		0xff
#define DISABLE_CLUSTERING	0
#define ENABLE_CLUSTERING	1

struct scsi_disk;
struct Scsi_Host;

/* In Linux's order, since its drivers list the members without their names. */
typedef struct SHT {
	struct SHT *next;
	long *usage_count;
	struct proc_dir_entry *proc_dir;
	int (*proc_info)(char *, char **, loff_t, int, int, int);
	const char *name;
	int (*detect)(struct SHT *);	/* returns the number of hosts */
	int (*release)(struct Scsi_Host *);
	const char *(*info)(struct Scsi_Host *);
	int (*command)(Scsi_Cmnd *);	/* without interrupts: not used */
	int (*queuecommand)(Scsi_Cmnd *, void (*done)(Scsi_Cmnd *));
	int (*abort)(Scsi_Cmnd *);
	int (*reset)(Scsi_Cmnd *, unsigned int flags);
	int (*slave_attach)(int, int);
	int (*bios_param)(struct scsi_disk *, kdev_t, int geometry[]);
	int can_queue;			/* commands at a time */
	int this_id;			/* its own number on the bus */
	short unsigned int sg_tablesize; /* pieces of memory of a command */
	short cmd_per_lun;
	unsigned char present;		/* hosts that there are */
	unsigned unchecked_isa_dma : 1;	/* reaches 16 MiB, and does not look */
	unsigned use_clustering : 1;
} Scsi_Host_Template;

struct Scsi_Host {
	struct Scsi_Host *next;
	unsigned short host_no;
	volatile int host_busy;		/* commands that the driver has */
	Scsi_Cmnd *waiting;		/* those that it cannot have yet */
	Scsi_Host_Template *hostt;
	unsigned int max_id, max_lun, max_channel;
	unsigned char *base;
	unsigned long io_port;
	unsigned char n_io_port;
	unsigned char irq;
	unsigned char dma_channel;
	unsigned int unique_id;
	int this_id;
	int can_queue;
	short cmd_per_lun;
	short unsigned int sg_tablesize;
	unsigned unchecked_isa_dma : 1;
	unsigned use_clustering : 1;
	unsigned wish_block : 1;
	unsigned loaded_as_module : 1;
	Scsi_Device *host_queue;
	void (*select_queue_depths)(struct Scsi_Host *, Scsi_Device *);
	unsigned long last_reset;
	unsigned int extra_bytes;
	unsigned long hostdata[0];	/* the driver's own */
};

extern struct Scsi_Host *scsi_hostlist;

/* A host with room for the driver's data; called by detect. */
extern struct Scsi_Host *scsi_register(Scsi_Host_Template *t, int bytes);
extern void scsi_unregister(struct Scsi_Host *host);
extern void scsi_mark_host_reset(struct Scsi_Host *host);

/* The drivers of hosts (hosts.c's table in Linux). */
extern Scsi_Host_Template am53c974_template;

#endif /* _HOSTS_H_ */
