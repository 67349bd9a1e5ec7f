/*
 *	linux/netdevice.h: what a network driver is to the rest of the kernel.
 *
 *	The names are those of Linux 2.0, so that its drivers find them.  Mach's
 *	side of the glue looks at few of them (dev/glue/net.c).
 */
#ifndef _LINUX_NETDEVICE_H_
#define _LINUX_NETDEVICE_H_

#include <linux/types.h>
#include <linux/if.h>
#include <linux/if_ether.h>
#include <linux/skbuff.h>
#include <linux/interrupt.h>

#define MAX_ADDR_LEN	7

/* How a device has fared since boot. */
struct enet_statistics {
	int rx_packets;
	int tx_packets;
	int rx_errors;
	int tx_errors;
	int rx_dropped;			/* no memory, or nobody reads them */
	int tx_dropped;
	int multicast;
	int collisions;

	/* What kind of errors they were. */
	int rx_length_errors;
	int rx_over_errors;
	int rx_crc_errors;
	int rx_frame_errors;
	int rx_fifo_errors;
	int rx_missed_errors;
	int tx_aborted_errors;
	int tx_carrier_errors;
	int tx_fifo_errors;
	int tx_heartbeat_errors;
	int tx_window_errors;

	/* Not every driver counts them. */
	unsigned int rx_bytes;
	unsigned int tx_bytes;
};

/* An address that a device listens to. */
struct dev_mc_list {
	struct dev_mc_list *next;
	char dmi_addr[MAX_ADDR_LEN];
	unsigned short dmi_addrlen;
	unsigned short dmi_users;
};

struct device {
	char *name;

	/* Where it is: memory that it and we share (a bus address), its I/O
	   ports, its interrupt line. */
	unsigned long rmem_end;
	unsigned long rmem_start;
	unsigned long mem_end;
	unsigned long mem_start;
	unsigned long base_addr;
	unsigned char irq;

	volatile unsigned char start;	/* it is open */
	volatile unsigned char interrupt; /* its handler runs */
	unsigned long tbusy;		/* no room for a packet to send */

	struct device *next;

	int (*init)(struct device *dev);
	struct enet_statistics *(*get_stats)(struct device *dev);

	unsigned char if_port;		/* which of its sockets */
	unsigned char dma;

	unsigned long trans_start;	/* ticks: when something was sent */
	unsigned long last_rx;		/* ... and received */

	unsigned short flags;		/* IFF_ */
	unsigned short family;
	unsigned short metric;
	unsigned short mtu;
	unsigned short type;		/* ARPHRD_ */
	unsigned short hard_header_len;
	void *priv;			/* the driver's own */

	unsigned char broadcast[MAX_ADDR_LEN];
	unsigned char pad;
	unsigned char dev_addr[MAX_ADDR_LEN];
	unsigned char addr_len;

	struct dev_mc_list *mc_list;
	int mc_count;
	unsigned long tx_queue_len;

	/* All but hard_start_xmit run in threads and may block.  Errors are
	   negative.  hard_start_xmit: nonzero, it has not taken the packet. */
	int (*open)(struct device *dev);
	int (*stop)(struct device *dev);
	int (*hard_start_xmit)(struct sk_buff *skb, struct device *dev);
	void (*set_multicast_list)(struct device *dev);
	int (*set_mac_address)(struct device *dev, void *addr);
	int (*do_ioctl)(struct device *dev, struct ifreq *ifr, int cmd);
	int (*set_config)(struct device *dev, struct ifmap *map);
};

/* All devices that were found. */
extern struct device *dev_base;

/* The device that a line belongs to, for drivers of old handlers. */
extern struct device *irq2dev_map[16];

extern int register_netdev(struct device *dev);
extern void unregister_netdev(struct device *dev);

/* A driver has received a packet.  Any context. */
extern void netif_rx(struct sk_buff *skb);

/* A driver has room for packets again.  Any context. */
extern void netif_wake(struct device *dev);
extern void dev_tint(struct device *dev);

/* Look which line interrupts: between the two calls the driver makes its
   device do so (dev/net/auto_irq.c). */
extern int autoirq_setup(int waittime);
extern int autoirq_report(int waittime);

extern int dev_close(struct device *dev);

#endif /* _LINUX_NETDEVICE_H_ */
