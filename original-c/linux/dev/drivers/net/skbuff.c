/*
 *	skbuff.c: packets in kmalloc's memory.
 *
 *	A packet and its description are one block, the description behind the
 *	bytes.  Queues are protected by turning interrupts off.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/malloc.h>
#include <linux/skbuff.h>
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
	skb->next = NULL;
	skb->dev = NULL;
	skb->head = skb->data = head;
	skb->end = head + size;
	skb->len = 0;
	return skb;
}

void
kfree_skb(struct sk_buff *skb)
{
	kfree(skb->head);
}

/*
 *	Make the packet longer.  Returns where the new bytes go, or null if there
 *	is no room for them.
 */
unsigned char *
skb_put(struct sk_buff *skb, unsigned int len)
{
	unsigned char *tail = skb->data + skb->len;

	if (len > (unsigned int) (skb->end - tail)) {
		printk(KERN_ERR "skb_put: no room for %u bytes\n", len);
		return NULL;
	}
	skb->len += len;
	return tail;
}

/*
 *	Leave room in front of an empty packet.
 */
void
skb_reserve(struct sk_buff *skb, unsigned int len)
{
	if (skb->len == 0 && len <= (unsigned int) (skb->end - skb->data))
		skb->data += len;
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
