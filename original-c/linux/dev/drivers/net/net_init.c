/*
 *	net_init.c: what all Ethernet drivers do alike: names, values that every
 *	Ethernet has, and what a received frame is.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/malloc.h>
#include <linux/sched.h>
#include <linux/etherdevice.h>
#include <asm/irq.h>
#include <asm/system.h>

/* Names are eth0 to eth7. */
#define MAX_ETH		8

/* Frames that a driver of its own may want to have waiting. */
#define TX_QUEUE	100

struct device *dev_base;
struct device *irq2dev_map[16];

/*
 *	The values that every Ethernet has.
 */
void
ether_setup(struct device *dev)
{
	dev->type = ARPHRD_ETHER;
	dev->hard_header_len = ETH_HLEN;
	dev->mtu = ETH_DATA_LEN;
	dev->addr_len = ETH_ALEN;
	dev->tx_queue_len = TX_QUEUE;
	memset(dev->broadcast, 0xff, ETH_ALEN);
	dev->flags = IFF_BROADCAST | IFF_MULTICAST;
	dev->family = AF_INET;
}

/*
 *	The device of a name, or null.
 */
static struct device *
device_named(const char *name)
{
	struct device *dev;

	for (dev = dev_base; dev != NULL; dev = dev->next)
		if (strcmp(dev->name, name) == 0)
			break;
	return dev;
}

/*
 *	Find a name that no device has.  Returns nonzero if there is one.
 */
static int
name_device(struct device *dev)
{
	int n;

	for (n = 0; n < MAX_ETH; n++) {
		sprintf(dev->name, "eth%d", n);
		if (device_named(dev->name) == NULL)
			return 1;
	}
	return 0;
}

/*
 *	Put a device at the end of the list.
 */
static void
add_device(struct device *dev)
{
	struct device **p = &dev_base;

	while (*p != NULL)
		p = &(*p)->next;
	dev->next = NULL;
	*p = dev;
}

/*
 *	A driver makes a device known, which has a name; its own init function
 *	decides whether there is one.
 */
int
register_netdev(struct device *dev)
{
	int err;

	if (device_named(dev->name) != NULL)
		return -EBUSY;
	if (dev->init != NULL && (err = dev->init(dev)) != 0)
		return err;
	if (device_named(dev->name) == NULL)
		add_device(dev);
	return 0;
}

/*
 *	It is gone.  Nobody may have it open.
 */
void
unregister_netdev(struct device *dev)
{
	struct device **p = &dev_base;

	while (*p != NULL && *p != dev)
		p = &(*p)->next;
	if (*p == NULL || dev->start) {
		printk(KERN_ERR "unregister_netdev: %s is %s\n", dev->name,
		       *p == NULL ? "not known" : "open");
		return;
	}
	*p = dev->next;
	dev->next = NULL;
}

/*
 *	Memory for a device, its name and the driver's data, all zero.
 */
static struct device *
alloc_device(int sizeof_priv)
{
	unsigned int size = sizeof(struct device) + IFNAMSIZ + sizeof_priv;
	struct device *dev = (struct device *) kmalloc(size, GFP_KERNEL);

	if (dev == NULL)
		return NULL;
	memset(dev, 0, size);
	dev->name = (char *) (dev + 1);
	if (sizeof_priv != 0)
		dev->priv = dev->name + IFNAMSIZ;
	return dev;
}

/*
 *	Make a device an Ethernet, and known under a name of its own.  Null asks
 *	for a device; the result is null if there is no memory or no name.
 */
struct device *
init_etherdev(struct device *dev, int sizeof_priv)
{
	struct device *made = NULL;

	if (dev == NULL) {
		dev = made = alloc_device((sizeof_priv + 3) & ~3);
		if (dev == NULL)
			return NULL;
	}
	if ((dev->name == NULL || dev->name[0] == '\0' || dev->name[0] == ' ')
	    && (dev->name == NULL || !name_device(dev))) {
		printk(KERN_ERR "init_etherdev: no name is left\n");
		if (made != NULL)
			kfree(made);
		return NULL;
	}
	ether_setup(dev);
	if (device_named(dev->name) == NULL)
		add_device(dev);
	return dev;
}

/*
 *	What a received frame has behind its header, high byte first: the
 *	header's type, or, where there is a length in its place, 802.2.
 */
unsigned short
eth_type_trans(struct sk_buff *skb, struct device *dev)
{
	struct ethhdr *eth = (struct ethhdr *) skb->data;

	skb->mac.raw = skb->data;
	(void) skb_pull(skb, ETH_HLEN);
	if (memcmp(eth->h_dest, dev->broadcast, ETH_ALEN) == 0)
		skb->pkt_type = PACKET_BROADCAST;
	else if (eth->h_dest[0] & 1)
		skb->pkt_type = PACKET_MULTICAST;
	else if (memcmp(eth->h_dest, dev->dev_addr, ETH_ALEN) != 0)
		skb->pkt_type = PACKET_OTHERHOST;
	if (ntohs(eth->h_proto) > ETH_DATA_LEN)
		return eth->h_proto;
	/* Novell's frames have no 802.2 header, but ones. */
	if (skb->len >= 2 && skb->data[0] == 0xff && skb->data[1] == 0xff)
		return htons(ETH_P_802_3);
	return htons(ETH_P_802_2);
}

/* ---- Which line does a card interrupt? ---- */

static unsigned long auto_lines;

/*
 *	From here on the card may interrupt; give it some ticks.
 */
int
autoirq_setup(int waittime)
{
	unsigned long end;

	auto_lines = probe_irq_on();
	for (end = jiffies + waittime; (long) (jiffies - end) < 0; )
		barrier();
	return 0;
}

/*
 *	Wait some ticks more.  Returns the line, or 0 if it is not known.
 */
int
autoirq_report(int waittime)
{
	unsigned long end;
	int irq;

	for (end = jiffies + waittime; (long) (jiffies - end) < 0; )
		barrier();
	irq = probe_irq_off(auto_lines);
	return irq < 0 ? 0 : irq;
}

/*
 *	A device is to be closed, from whatever its driver has to say.
 */
int
dev_close(struct device *dev)
{
	if (dev->start && dev->stop != NULL)
		(void) dev->stop(dev);
	dev->flags &= ~(IFF_UP | IFF_RUNNING);
	return 0;
}
