/*
 *	linux/if_ether.h: frames of an Ethernet.
 */
#ifndef _LINUX_IF_ETHER_H_
#define _LINUX_IF_ETHER_H_

#include <linux/types.h>

#define ETH_ALEN	6		/* bytes of an address */
#define ETH_HLEN	14		/* ... of the header */
#define ETH_ZLEN	60		/* shortest frame, checksum not counted */
#define ETH_FRAME_LEN	1514		/* longest one */
#define ETH_FCS_LEN	4		/* the checksum */

#define ETH_P_IP	0x0800
#define ETH_P_ARP	0x0806

struct ethhdr {
	unsigned char h_dest[ETH_ALEN];
	unsigned char h_source[ETH_ALEN];
	unsigned short h_proto;		/* high byte first */
};

/* The network's order of bytes and ours. */
static inline unsigned short
htons(unsigned short x)
{
	return (unsigned short) (x << 8 | x >> 8);
}

#define ntohs	htons

#endif /* _LINUX_IF_ETHER_H_ */
