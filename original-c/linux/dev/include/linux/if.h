/*
 *	linux/if.h: flags of network devices, and what is asked of them.
 */
#ifndef _LINUX_IF_H_
#define _LINUX_IF_H_

#define IFNAMSIZ	16

/* device.flags */
#define IFF_UP		0x0001
#define IFF_BROADCAST	0x0002
#define IFF_LOOPBACK	0x0008
#define IFF_RUNNING	0x0040
#define IFF_PROMISC	0x0100		/* wants all frames */
#define IFF_ALLMULTI	0x0200		/* wants all for groups */
#define IFF_MULTICAST	0x1000

/* device.type */
#define ARPHRD_ETHER	1

/* device.family */
#define AF_INET		2

struct ifmap {
	unsigned long mem_start;
	unsigned long mem_end;
	unsigned short base_addr;
	unsigned char irq;
	unsigned char dma;
	unsigned char port;
};

struct ifreq {
	union {
		char ifrn_name[IFNAMSIZ];
	} ifr_ifrn;
	union {
		short ifru_flags;
		int ifru_metric;
		int ifru_mtu;
		struct ifmap ifru_map;
		char *ifru_data;
	} ifr_ifru;
};

#define ifr_name	ifr_ifrn.ifrn_name
#define ifr_flags	ifr_ifru.ifru_flags
#define ifr_data	ifr_ifru.ifru_data

/* The first number of a driver's own requests. */
#define SIOCDEVPRIVATE	0x89f0

#endif /* _LINUX_IF_H_ */
