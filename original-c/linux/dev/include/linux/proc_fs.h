/*
 *	linux/proc_fs.h: files about the system, of which there are none.
 */
#ifndef _LINUX_PROC_FS_H_
#define _LINUX_PROC_FS_H_

#include <linux/types.h>

/* What is registered is forgotten: nobody can read it. */
struct proc_dir_entry {
	unsigned short low_ino;
	unsigned short namelen;
	const char *name;
	umode_t mode;
	unsigned short nlink, uid, gid;
	unsigned long size;
	void *ops;
	int (*get_info)(char *, char **, loff_t, int, int);
	void (*fill_inode)(void *);
	struct proc_dir_entry *next, *parent, *subdir;
	void *data;
};

extern struct proc_dir_entry proc_root;
extern struct proc_dir_entry *proc_scsi;

/* Numbers of directories and files of SCSI hosts. */
enum {
	PROC_SCSI_NOT_PRESENT = 0x100,
	PROC_SCSI_SCSI,
	PROC_SCSI_AHA152X,
	PROC_SCSI_AHA1542,
	PROC_SCSI_AM53C974,
	PROC_SCSI_BUSLOGIC,
	PROC_SCSI_NCR53C7xx,
	PROC_SCSI_NCR53C8XX,
	PROC_SCSI_FILE
};

static inline int
proc_register(struct proc_dir_entry *directory, struct proc_dir_entry *entry)
{
	return 0;
}

static inline int
proc_unregister(struct proc_dir_entry *directory, int inode)
{
	return 0;
}

static inline int
proc_net_register(struct proc_dir_entry *entry)
{
	return 0;
}

static inline int
proc_net_unregister(int inode)
{
	return 0;
}

#endif /* _LINUX_PROC_FS_H_ */
