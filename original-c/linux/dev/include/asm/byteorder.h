/*
 *	asm/byteorder.h: the network's order of bytes and ours.
 */
#ifndef _ASM_BYTEORDER_H_
#define _ASM_BYTEORDER_H_

static inline unsigned short
htons(unsigned short x)
{
	return (unsigned short) (x << 8 | x >> 8);
}

static inline unsigned long
htonl(unsigned long x)
{
	return x << 24 | (x & 0xff00) << 8 | (x >> 8 & 0xff00) | x >> 24;
}

#define ntohs	htons
#define ntohl	htonl

/* The PCI bus has our order. */
#define cpu_to_le16(x)	(x)
#define cpu_to_le32(x)	(x)
#define le16_to_cpu(x)	(x)
#define le32_to_cpu(x)	(x)

#endif /* _ASM_BYTEORDER_H_ */
