/*
 *	linux/skbuff.h: packets, and queues of them.
 */
#ifndef _LINUX_SKBUFF_H_
#define _LINUX_SKBUFF_H_

#include <linux/types.h>
#include <linux/sched.h>
#include <linux/malloc.h>

struct device;
struct ethhdr;

/* What a driver does with a packet that it is done with: the second argument
   of dev_kfree_skb.  Nobody here counts what sockets hold. */
#define FREE_READ	1
#define FREE_WRITE	0

/* Who a received packet is for (pkt_type). */
#define PACKET_HOST		0
#define PACKET_BROADCAST	1
#define PACKET_MULTICAST	2
#define PACKET_OTHERHOST	3

/* The packet is [data, tail), len bytes, somewhere in [head, end). */
struct sk_buff {
	struct sk_buff *next;		/* of the queue that it is on */
	struct device *dev;		/* received by, or to be sent by */
	unsigned char *head;
	unsigned char *data;
	unsigned char *tail;
	unsigned char *end;
	unsigned long len;
	unsigned short protocol;	/* high byte first */
	unsigned char pkt_type;
	unsigned char free;		/* who frees it: nobody asks */
	unsigned char ip_summed;	/* no driver here has looked at it */
	union {
		struct ethhdr *ethernet;
		unsigned char *raw;
	} mac;				/* the frame's header */
};

#define CHECKSUM_NONE		0
#define CHECKSUM_UNNECESSARY	2

struct sk_buff_head {
	struct sk_buff *first;
	struct sk_buff *last;
	unsigned int qlen;
};

extern struct sk_buff *alloc_skb(unsigned int size, int priority);
extern struct sk_buff *dev_alloc_skb(unsigned int size);
extern void kfree_skb(struct sk_buff *skb, int rw);
extern void dev_kfree_skb(struct sk_buff *skb, int rw);

/* Longer and shorter, at the end and in front.  These return the first byte
   that is new, or the new beginning; null if there is no room. */
extern unsigned char *skb_put(struct sk_buff *skb, unsigned int len);
extern unsigned char *skb_push(struct sk_buff *skb, unsigned int len);
extern unsigned char *skb_pull(struct sk_buff *skb, unsigned int len);
extern void skb_trim(struct sk_buff *skb, unsigned int len);
extern void skb_reserve(struct sk_buff *skb, unsigned int len);

static inline int
skb_headroom(struct sk_buff *skb)
{
	return skb->data - skb->head;
}

static inline int
skb_tailroom(struct sk_buff *skb)
{
	return skb->end - skb->tail;
}

static inline void
skb_queue_head_init(struct sk_buff_head *list)
{
	list->first = list->last = NULL;
	list->qlen = 0;
}

extern void skb_queue_tail(struct sk_buff_head *list, struct sk_buff *skb);
extern struct sk_buff *skb_dequeue(struct sk_buff_head *list);

#endif /* _LINUX_SKBUFF_H_ */
