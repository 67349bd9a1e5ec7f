/*
 *	net.c: Linux network devices for Mach threads.
 *
 *	A thread opens a device by its name, sends whole frames and receives whole
 *	frames.  What drivers receive goes by way of the backlog to the network
 *	bottom half, and from there to the queue of the device's reader.
 */
#define MACH_INCLUDE
#include <kern/assert.h>
#include <kern/kalloc.h>

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/errno.h>
#include <linux/string.h>
#include <linux/sched.h>
#include <linux/interrupt.h>
#include <linux/malloc.h>
#include <linux/etherdevice.h>
#include <linux/glue.h>
#include <asm/system.h>

/* Packets that may wait for a reader; those that come then are dropped. */
#define MAX_BACKLOG	64

/* Ticks that a frame may wait for room in the device. */
#define SEND_PATIENCE	(2 * HZ)

/* An open device. */
struct net_data {
	struct net_data *next;
	struct device *dev;
	struct sk_buff_head received;
	struct wait_queue *wait;	/* reader or writer */
	volatile int expired;
	struct timer_list timer;
};

static struct sk_buff_head backlog;
static struct net_data *open_list;
static int net_probed;

void
netif_rx(struct sk_buff *skb)
{
	if (backlog.qlen >= MAX_BACKLOG || skb->dev == NULL) {
		if (skb->dev != NULL)
			skb->dev->get_stats(skb->dev)->rx_dropped++;
		kfree_skb(skb, FREE_READ);
		return;
	}
	skb_queue_tail(&backlog, skb);
	mark_bh(NET_BH);
}

void
netif_wake(struct device *dev)
{
	dev->tbusy = 0;
	mark_bh(NET_BH);
}

/*
 *	A driver is done with a packet: its writers may try again.  Any context.
 */
void
dev_tint(struct device *dev)
{
	(void) dev;
	mark_bh(NET_BH);
}

/*
 *	The open device of a driver's device, or null.
 */
static struct net_data *
data_of(struct device *dev)
{
	struct net_data *nd;

	for (nd = open_list; nd != NULL; nd = nd->next)
		if (nd->dev == dev)
			break;
	return nd;
}

/*
 *	The network bottom half: packets to their readers.
 */
static void
net_bh(void)
{
	struct net_data *nd;
	struct sk_buff *skb;

	while ((skb = skb_dequeue(&backlog)) != NULL) {
		nd = data_of(skb->dev);
		if (nd == NULL || nd->received.qlen >= MAX_BACKLOG) {
			skb->dev->get_stats(skb->dev)->rx_dropped++;
			kfree_skb(skb, FREE_READ);
		} else
			skb_queue_tail(&nd->received, skb);
	}
	for (nd = open_list; nd != NULL; nd = nd->next)
		wake_up(&nd->wait);
}

/* The drivers' functions that look for their cards.  Given no device they make
   one, and return 0 if there is a card. */
extern int pcnet32_probe(struct device *dev);
extern int ne2k_pci_probe(struct device *dev);
extern int rtl8139_probe(struct device *dev);

/*
 *	Look for devices, once.
 */
static void
net_dev_init(void)
{
	if (net_probed)
		return;
	net_probed = 1;
	init_bh(NET_BH, net_bh);
	(void) pcnet32_probe(NULL);
	(void) ne2k_pci_probe(NULL);
	(void) rtl8139_probe(NULL);
}

/* ---- Waiting ---- */

static void
net_timeout(unsigned long data)
{
	struct net_data *nd = (struct net_data *) data;

	nd->expired = 1;
	wake_up(&nd->wait);
}

static void
start_waiting(struct net_data *nd, unsigned long ticks)
{
	nd->expired = 0;
	nd->timer.function = net_timeout;
	nd->timer.data = (unsigned long) nd;
	nd->timer.expires = jiffies + ticks;
	add_timer(&nd->timer);
}

/* ---- For Mach's threads ---- */

/*
 *	The n-th device that was found, or null.
 */
struct device *
net_find(int n)
{
	struct device *dev;

	net_dev_init();
	for (dev = dev_base; dev != NULL && n > 0; dev = dev->next)
		n--;
	return dev;
}

/*
 *	A device is not open any more, or has not become it.
 */
static void
forget(struct net_data *nd)
{
	struct net_data **p;
	struct sk_buff *skb;
	unsigned long flags;

	save_flags(flags);
	cli();
	for (p = &open_list; *p != nd; p = &(*p)->next)
		assert(*p != NULL);
	*p = nd->next;
	restore_flags(flags);
	while ((skb = skb_dequeue(&nd->received)) != NULL)
		kfree_skb(skb, FREE_READ);
	kfree((vm_offset_t) nd, sizeof *nd);
}

/*
 *	Open a device, which nobody has open.
 */
kern_return_t
net_open(const char *name, struct net_data **ndp)
{
	struct net_data *nd;
	struct device *dev;
	unsigned long flags;
	int err;

	*ndp = NULL;
	net_dev_init();
	for (dev = dev_base; dev != NULL; dev = dev->next)
		if (strcmp(dev->name, name) == 0)
			break;
	if (dev == NULL)
		return D_NO_SUCH_DEVICE;
	if (data_of(dev) != NULL)
		return D_ALREADY_OPEN;
	nd = (struct net_data *) kalloc(sizeof *nd);
	if (nd == NULL)
		return D_NO_MEMORY;
	memset(nd, 0, sizeof *nd);
	nd->dev = dev;
	init_timer(&nd->timer);
	/* Frames may come before open returns. */
	save_flags(flags);
	cli();
	nd->next = open_list;
	open_list = nd;
	restore_flags(flags);
	err = dev->open(dev);
	if (err != 0) {
		forget(nd);
		return err == -ENOMEM ? D_NO_MEMORY : D_IO_ERROR;
	}
	dev->flags |= IFF_UP | IFF_RUNNING;
	*ndp = nd;
	return D_SUCCESS;
}

/*
 *	Close it; packets that nobody has read are gone.
 */
void
net_close(struct net_data *nd)
{
	(void) nd->dev->stop(nd->dev);
	nd->dev->flags &= ~(IFF_UP | IFF_RUNNING);
	forget(nd);
}

/*
 *	A copy of a frame as a packet, short ones made as long as the shortest
 *	that may be sent.
 */
static struct sk_buff *
make_packet(struct device *dev, const char *data, unsigned int count)
{
	unsigned int size = count < ETH_ZLEN ? ETH_ZLEN : count;
	struct sk_buff *skb = alloc_skb(size, GFP_KERNEL);
	unsigned char *to;

	if (skb == NULL)
		return NULL;
	skb->dev = dev;
	to = skb_put(skb, size);
	memcpy(to, data, count);
	memset(to + count, 0, size - count);
	return skb;
}

/*
 *	Send a frame, header included.  It is on its way when this returns.
 */
kern_return_t
net_write(struct net_data *nd, const char *data, unsigned int count)
{
	struct sk_buff *skb;
	unsigned long flags;
	int refused;

	if (count < ETH_HLEN || count > ETH_FRAME_LEN)
		return D_INVALID_SIZE;
	skb = make_packet(nd->dev, data, count);
	if (skb == NULL)
		return D_NO_MEMORY;
	start_waiting(nd, SEND_PATIENCE);
	save_flags(flags);
	cli();
	while ((refused = nd->dev->hard_start_xmit(skb, nd->dev)) != 0
	       && !nd->expired) {
		sleep_on(&nd->wait);
		cli();
	}
	restore_flags(flags);
	(void) del_timer(&nd->timer);
	if (refused) {
		kfree_skb(skb, FREE_WRITE);
		return D_IO_ERROR;
	}
	return D_SUCCESS;
}

/*
 *	A packet's bytes, with the header that eth_type_trans has taken off it.
 *	Returns their number, size at most.
 */
static unsigned int
copy_frame(struct sk_buff *skb, char *data, unsigned int size)
{
	unsigned char *from = skb->mac.raw != NULL ? skb->mac.raw : skb->data;
	unsigned int count = skb->tail - from;

	if (count > size)
		count = size;
	memcpy(data, from, count);
	return count;
}

/*
 *	Receive the next frame, waiting for it for some ticks: D_WOULD_BLOCK if
 *	there is none by then.  What is longer than size is cut off.
 */
kern_return_t
net_read(struct net_data *nd, char *data, unsigned int size,
	 unsigned long ticks, unsigned int *count)
{
	struct sk_buff *skb;
	unsigned long flags;

	start_waiting(nd, ticks);
	save_flags(flags);
	cli();
	while ((skb = skb_dequeue(&nd->received)) == NULL && !nd->expired) {
		sleep_on(&nd->wait);
		cli();
	}
	restore_flags(flags);
	(void) del_timer(&nd->timer);
	*count = 0;
	if (skb == NULL)
		return D_WOULD_BLOCK;
	*count = copy_frame(skb, data, size);
	kfree_skb(skb, FREE_READ);
	return D_SUCCESS;
}

/*
 *	The device behind it, for its address and its counts.
 */
struct device *
net_device(struct net_data *nd)
{
	return nd->dev;
}
