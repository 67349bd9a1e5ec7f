/*
 *	linux/netdevice.h: what a network driver is to the rest of the kernel.
 */
#ifndef _LINUX_NETDEVICE_H_
#define _LINUX_NETDEVICE_H_

#include <linux/types.h>
#include <linux/if_ether.h>
#include <linux/skbuff.h>

struct enet_statistics {
	unsigned long rx_packets;
	unsigned long rx_bytes;
	unsigned long rx_errors;
	unsigned long rx_dropped;	/* no memory, or nobody reads them */
	unsigned long tx_packets;
	unsigned long tx_bytes;
	unsigned long tx_errors;
	unsigned long interrupts;
	unsigned long ring;		/* bus address of the rings */
	unsigned long ring_size;
};

struct device {
	const char *name;
	unsigned long base_addr;	/* of the I/O ports */
	unsigned int irq;
	unsigned char dev_addr[ETH_ALEN];
	volatile unsigned long tbusy;	/* no room for a packet to send */
	volatile unsigned long start;	/* it is open */
	struct device *next;
	void *priv;			/* the driver's own */

	/* All but hard_start_xmit run in threads and may block.  Errors are
	   negative.  hard_start_xmit: nonzero, it has not taken the packet. */
	int (*open)(struct device *dev);
	int (*stop)(struct device *dev);
	int (*hard_start_xmit)(struct sk_buff *skb, struct device *dev);
	struct enet_statistics *(*get_stats)(struct device *dev);
};

/* All devices that were found. */
extern struct device *dev_base;

extern int register_netdev(struct device *dev);

/* A driver has received a packet.  Any context. */
extern void netif_rx(struct sk_buff *skb);

/* A driver has room for packets again.  Any context. */
extern void netif_wake(struct device *dev);

/* The drivers. */
extern int pcnet32_probe(void);

#endif /* _LINUX_NETDEVICE_H_ */
