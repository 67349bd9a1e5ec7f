/*
 *	linux/if_ether.h: frames of an Ethernet.
 */
#ifndef _LINUX_IF_ETHER_H_
#define _LINUX_IF_ETHER_H_

#include <linux/types.h>
#include <asm/byteorder.h>

#define ETH_ALEN	6		/* bytes of an address */
#define ETH_HLEN	14		/* ... of the header */
#define ETH_ZLEN	60		/* shortest frame, checksum not counted */
#define ETH_DATA_LEN	1500		/* most bytes behind the header */
#define ETH_FRAME_LEN	1514		/* longest frame */
#define ETH_FCS_LEN	4		/* the checksum */

/* What is behind the header (h_proto). */
#define ETH_P_IP	0x0800
#define ETH_P_ARP	0x0806
#define ETH_P_IPX	0x8137
#define ETH_P_802_3	0x0001		/* a length stands in h_proto's place */
#define ETH_P_ALL	0x0003
#define ETH_P_802_2	0x0004

struct ethhdr {
	unsigned char h_dest[ETH_ALEN];
	unsigned char h_source[ETH_ALEN];
	unsigned short h_proto;		/* high byte first */
};

#endif /* _LINUX_IF_ETHER_H_ */
