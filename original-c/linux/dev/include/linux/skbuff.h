/*
 *	linux/skbuff.h: packets, and queues of them.
 */
#ifndef _LINUX_SKBUFF_H_
#define _LINUX_SKBUFF_H_

#include <linux/types.h>

struct device;

/* The packet is [data, data + len), somewhere in [head, end). */
struct sk_buff {
	struct sk_buff *next;		/* of the queue that it is on */
	struct device *dev;		/* received by, or to be sent by */
	unsigned char *head;
	unsigned char *data;
	unsigned char *end;
	unsigned int len;
};

struct sk_buff_head {
	struct sk_buff *first;
	struct sk_buff *last;
	unsigned int qlen;
};

extern struct sk_buff *alloc_skb(unsigned int size, int priority);
extern void kfree_skb(struct sk_buff *skb);
extern unsigned char *skb_put(struct sk_buff *skb, unsigned int len);
extern void skb_reserve(struct sk_buff *skb, unsigned int len);

extern void skb_queue_tail(struct sk_buff_head *list, struct sk_buff *skb);
extern struct sk_buff *skb_dequeue(struct sk_buff_head *list);

#define dev_alloc_skb(size)	alloc_skb((size), GFP_ATOMIC)
#define dev_kfree_skb(skb)	kfree_skb(skb)

#endif /* _LINUX_SKBUFF_H_ */
