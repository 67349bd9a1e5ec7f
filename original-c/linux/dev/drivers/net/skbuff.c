/*
 *	skbuff.c: packets in kmalloc's memory.
 *
 *	A packet and its description are one block, the description behind the
 *	bytes.  Queues are protected by turning interrupts off.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/malloc.h>
#include <linux/skbuff.h>

/* Room that dev_alloc_skb leaves in front, for headers of a driver's own. */
#define DEV_HEADROOM	16
#include <asm/system.h>

/*
 *	A packet with room for size bytes, empty, or null.  Any context with
 *	GFP_ATOMIC.
 */
struct sk_buff *
alloc_skb(unsigned int size, int priority)
{
	struct sk_buff *skb;
	unsigned char *head;

	size = (size + 15) & ~15U;
	head = (unsigned char *) kmalloc(size + sizeof *skb, priority);
	if (head == NULL)
		return NULL;
	skb = (struct sk_buff *) (head + size);
	memset(skb, 0, sizeof *skb);
	skb->head = skb->data = skb->tail = head;
	skb->end = head + size;
	return skb;
}

/*
 *	A packet for a frame that a driver has received, or null.  Any context.
 */
struct sk_buff *
dev_alloc_skb(unsigned int size)
{
	struct sk_buff *skb = alloc_skb(size + DEV_HEADROOM, GFP_ATOMIC);

	if (skb != NULL)
		skb_reserve(skb, DEV_HEADROOM);
	return skb;
}

/*
 *	Give a packet back.  Nobody keeps accounts of reading and writing.  Any
 *	context.
 */
void
kfree_skb(struct sk_buff *skb, int rw)
{
	(void) rw;
	kfree(skb->head);
}

void
dev_kfree_skb(struct sk_buff *skb, int rw)
{
	kfree_skb(skb, rw);
}

/*
 *	Make the packet longer.  Returns where the new bytes go, or null if there
 *	is no room for them.
 */
unsigned char *
skb_put(struct sk_buff *skb, unsigned int len)
{
	unsigned char *tail = skb->tail;

	if (len > (unsigned int) (skb->end - tail)) {
		printk(KERN_ERR "skb_put: no room for %u bytes\n", len);
		return NULL;
	}
	skb->tail += len;
	skb->len += len;
	return tail;
}

/*
 *	The same in front.
 */
unsigned char *
skb_push(struct sk_buff *skb, unsigned int len)
{
	if (len > (unsigned int) (skb->data - skb->head)) {
		printk(KERN_ERR "skb_push: no room for %u bytes\n", len);
		return NULL;
	}
	skb->data -= len;
	skb->len += len;
	return skb->data;
}

/*
 *	Take bytes off the front.  Returns what begins now, or null if there are
 *	fewer.
 */
unsigned char *
skb_pull(struct sk_buff *skb, unsigned int len)
{
	if (len > skb->len)
		return NULL;
	skb->data += len;
	skb->len -= len;
	return skb->data;
}

/*
 *	Make a packet that is longer this long.
 */
void
skb_trim(struct sk_buff *skb, unsigned int len)
{
	if (len < skb->len) {
		skb->len = len;
		skb->tail = skb->data + len;
	}
}

/*
 *	Leave room in front of an empty packet.
 */
void
skb_reserve(struct sk_buff *skb, unsigned int len)
{
	if (skb->len == 0 && len <= (unsigned int) (skb->end - skb->tail)) {
		skb->data += len;
		skb->tail += len;
	}
}

/*
 *	Put a packet at the end of a queue.  Any context.
 */
void
skb_queue_tail(struct sk_buff_head *list, struct sk_buff *skb)
{
	unsigned long flags;

	save_flags(flags);
	cli();
	skb->next = NULL;
	if (list->first == NULL)
		list->first = skb;
	else
		list->last->next = skb;
	list->last = skb;
	list->qlen++;
	restore_flags(flags);
}

/*
 *	Take the first packet off a queue, or null.  Any context.
 */
struct sk_buff *
skb_dequeue(struct sk_buff_head *list)
{
	unsigned long flags;
	struct sk_buff *skb;

	save_flags(flags);
	cli();
	skb = list->first;
	if (skb != NULL) {
		list->first = skb->next;
		list->qlen--;
		skb->next = NULL;
	}
	restore_flags(flags);
	return skb;
}
