/*
 *	linux/glue.h: what the glue offers to Mach, and what its own files have
 *	from each other.  Drivers do not include it.
 */
#ifndef _LINUX_GLUE_H_
#define _LINUX_GLUE_H_

#include <mach/kern_return.h>
#include <linux/types.h>

struct vm_page;

/* Results of Mach's device interface. */
#define D_SUCCESS		0
#define D_IO_ERROR		2500
#define D_WOULD_BLOCK		2501
#define D_NO_SUCH_DEVICE	2502
#define D_ALREADY_OPEN		2503
#define D_INVALID_OPERATION	2505
#define D_INVALID_RECNUM	2506
#define D_INVALID_SIZE		2507
#define D_NO_MEMORY		2508
#define D_READ_ONLY		2509

/* dev/init/main.c */
extern void linux_init(void);
extern unsigned long alloc_contig_mem(unsigned size, unsigned limit,
				      unsigned mask, struct vm_page **pages);
extern void free_contig_mem(struct vm_page *pages);

/* dev/glue/kmem.c */
extern void linux_kmem_init(void);

/* dev/kernel/sched.c: the clock interrupt calls linux_timer_intr. */
extern void linux_timer_intr(void);
extern void linux_sched_init(void);

/* dev/kernel/irq.c */
extern void init_IRQ(void);
extern void restore_IRQ(void);

/*
 *	dev/glue/block.c: block devices for Mach threads.  Sectors have 512
 *	bytes.  These may block.
 */
struct block_data;

extern kern_return_t bdev_open(kdev_t dev, int mode, struct block_data **bdp);
extern void bdev_close(struct block_data *bd);
extern kern_return_t bdev_read(struct block_data *bd, unsigned long sector,
				char *data, unsigned long count);
extern kern_return_t bdev_write(struct block_data *bd, unsigned long sector,
				 char *data, unsigned long count);
extern unsigned long bdev_get_size(struct block_data *bd);
extern int bdev_ioctl(struct block_data *bd, unsigned int cmd,
		       unsigned long arg);

/*
 *	dev/glue/net.c: network devices for Mach threads.  Frames are whole, with
 *	their header and without their checksum.  These may block.
 */
struct net_data;
struct device;

extern kern_return_t net_open(const char *name, struct net_data **ndp);
extern void net_close(struct net_data *nd);
extern kern_return_t net_write(struct net_data *nd, const char *data,
			       unsigned int count);
extern kern_return_t net_read(struct net_data *nd, char *data,
			      unsigned int size, unsigned long ticks,
			      unsigned int *count);
extern struct device *net_device(struct net_data *nd);
extern struct device *net_find(int n);

#endif /* _LINUX_GLUE_H_ */
