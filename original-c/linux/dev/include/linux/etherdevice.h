/*
 *	linux/etherdevice.h: what all Ethernet drivers do alike.
 */
#ifndef _LINUX_ETHERDEVICE_H_
#define _LINUX_ETHERDEVICE_H_

#include <linux/netdevice.h>

/* A device with a name of its own ("eth0"), room for the driver's data, and
   the values that every Ethernet has; a given device gets what it has not. */
extern struct device *init_etherdev(struct device *dev, int sizeof_priv);
extern void ether_setup(struct device *dev);

/* What is behind the header of a received frame, for skb->protocol.  Takes the
   header off the packet, which stays known as skb->mac. */
extern unsigned short eth_type_trans(struct sk_buff *skb, struct device *dev);

/* Copy a frame from a card's memory; sums are not taken. */
#define eth_io_copy_and_sum(skb, from, len, unused) \
	memcpy((skb)->data, (void *) (from), (len))
#define eth_copy_and_sum(skb, from, len, unused) \
	memcpy((skb)->data, (from), (len))

#endif /* _LINUX_ETHERDEVICE_H_ */
