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
#include <linux/netdevice.h>
#include <linux/glue.h>
#include <asm/system.h>

/* Packets that may wait for a reader; those that come then are dropped. */
#define MAX_BACKLOG	64

/* Ticks that a frame may wait for room in the device. */
#define SEND_PATIENCE	(2 * HZ)

/* An open device. */
struct net_data {
	struct device *dev;
	struct sk_buff_head received;
	struct wait_queue *wait;	/* reader or writer */
	volatile int expired;
	struct timer_list timer;
};

struct device *dev_base;

static struct sk_buff_head backlog;
static struct net_data *net_open_data;	/* the one open device, or null */
static int net_probed;

/*
 *	A driver makes a device known.
 */
int
register_netdev(struct device *dev)
{
	struct device **p;

	for (p = &dev_base; *p != NULL; p = &(*p)->next)
		if (*p == dev || strcmp((*p)->name, dev->name) == 0)
			return -EBUSY;
	dev->next = NULL;
	*p = dev;
	return 0;
}

void
netif_rx(struct sk_buff *skb)
{
	if (backlog.qlen >= MAX_BACKLOG || skb->dev == NULL) {
		if (skb->dev != NULL)
			skb->dev->get_stats(skb->dev)->rx_dropped++;
		kfree_skb(skb);
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
 *	The network bottom half: packets to their reader.
 */
static void
net_bh(void)
{
	struct net_data *nd = net_open_data;
	struct sk_buff *skb;

	while ((skb = skb_dequeue(&backlog)) != NULL) {
		if (nd == NULL || nd->dev != skb->dev
		    || nd->received.qlen >= MAX_BACKLOG) {
			skb->dev->get_stats(skb->dev)->rx_dropped++;
			kfree_skb(skb);
		} else
			skb_queue_tail(&nd->received, skb);
	}
	if (nd != NULL)
		wake_up(&nd->wait);
}

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
	(void) pcnet32_probe();
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
 *	Open a device.  Only one may be open at a time.
 */
kern_return_t
net_open(const char *name, struct net_data **ndp)
{
	struct net_data *nd;
	struct device *dev;
	int err;

	*ndp = NULL;
	net_dev_init();
	for (dev = dev_base; dev != NULL; dev = dev->next)
		if (strcmp(dev->name, name) == 0)
			break;
	if (dev == NULL)
		return D_NO_SUCH_DEVICE;
	if (net_open_data != NULL)
		return D_ALREADY_OPEN;
	nd = (struct net_data *) kalloc(sizeof *nd);
	if (nd == NULL)
		return D_NO_MEMORY;
	memset(nd, 0, sizeof *nd);
	nd->dev = dev;
	init_timer(&nd->timer);
	net_open_data = nd;
	err = dev->open(dev);
	if (err != 0) {
		net_open_data = NULL;
		kfree((vm_offset_t) nd, sizeof *nd);
		return err == -ENOMEM ? D_NO_MEMORY : D_IO_ERROR;
	}
	*ndp = nd;
	return D_SUCCESS;
}

/*
 *	Close it; packets that nobody has read are gone.
 */
void
net_close(struct net_data *nd)
{
	struct sk_buff *skb;

	(void) nd->dev->stop(nd->dev);
	net_open_data = NULL;
	while ((skb = skb_dequeue(&backlog)) != NULL)
		kfree_skb(skb);
	while ((skb = skb_dequeue(&nd->received)) != NULL)
		kfree_skb(skb);
	kfree((vm_offset_t) nd, sizeof *nd);
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
		kfree_skb(skb);
		return D_IO_ERROR;
	}
	return D_SUCCESS;
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
	*count = skb->len < size ? skb->len : size;
	memcpy(data, skb->data, *count);
	kfree_skb(skb);
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
