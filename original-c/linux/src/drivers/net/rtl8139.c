/*
 *	rtl8139.c: Realtek's RTL8139 Fast Ethernet controllers.
 *
 *	Hardware: RTL8139C on the PCI bus (Realtek's RTL8139C data sheet).  The
 *	chip is a bus master.  It writes received frames, each with a header, one
 *	behind the other into one piece of memory that it uses as a ring; the
 *	places are multiples of 4, and a frame may go on at the ring's start.
 *	Frames to be sent are fetched from four places that four registers name.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/interrupt.h>
#include <linux/ioport.h>
#include <linux/malloc.h>
#include <linux/etherdevice.h>
#include <linux/pci.h>
#include <asm/io.h>
#include <asm/system.h>

/* Registers, as offsets of ports. */
#define RTL_STATION	0x00		/* the Ethernet address */
#define RTL_GROUPS	0x08		/* filter of groups, 64 bits */
#define RTL_TX_STATUS	0x10		/* 4 of 32 bits */
#define RTL_TX_ADDRESS	0x20		/* 4 of 32 bits */
#define RTL_RX_ADDRESS	0x30
#define RTL_COMMAND	0x37
#define RTL_RX_READ	0x38		/* 16 less than what we have read */
#define RTL_MASK	0x3c
#define RTL_EVENTS	0x3e
#define RTL_TX_MODE	0x40
#define RTL_RX_MODE	0x44
#define RTL_MISSED	0x4c
#define RTL_CONFIG_1	0x52
#define RTL_EXTENT	0x100

#define COMMAND_EMPTY	0x01		/* the ring has no frame */
#define COMMAND_TX	0x04
#define COMMAND_RX	0x08
#define COMMAND_RESET	0x10

#define EVENT_RX	0x0001
#define EVENT_RX_ERROR	0x0002
#define EVENT_TX	0x0004
#define EVENT_TX_ERROR	0x0008
#define EVENT_RX_FULL	0x0010
#define EVENT_RX_FIFO	0x0040
#define EVENT_BUS	0x8000
#define EVENTS		0x805f

/* A send status; writing the length starts it. */
#define TX_SIZE		0x00001fff
#define TX_FETCHED	0x00002000	/* the memory is ours again */
#define TX_UNDERRUN	0x00004000
#define TX_OK		0x00008000
#define TX_ABORTED	0x40000000
#define TX_DONE		(TX_UNDERRUN | TX_OK | TX_ABORTED)

#define TX_MODE_NORMAL	0x03000700	/* gap of the standard, long bursts */
#define TX_ENTRIES	4

/* 16 KiB of ring, long bursts, all of a frame at once. */
#define RX_MODE_RING	0x0000ef00
#define RX_MODE_NORMAL	0x0000000a	/* for us, and for all */
#define RX_MODE_GROUPS	0x00000004
#define RX_MODE_ALL	0x00000001
#define RX_RING_SIZE	16384U
#define RX_RING_MEMORY	(RX_RING_SIZE + 16)

/* What is in front of a received frame. */
struct rtl_header {
	unsigned short status;
	unsigned short count;		/* with the checksum */
};

#define RX_STATUS_OK	0x0001

struct rtl_private {
	unsigned char *ring;		/* from kmalloc */
	unsigned int next_rx;		/* place in it */
	struct sk_buff *tx_skb[TX_ENTRIES];
	unsigned int cur_tx;		/* next entry; these only grow */
	unsigned int dirty_tx;		/* first one that may be under way */
	struct enet_statistics stats;
};

/* ---- Sending ---- */

/*
 *	Give a frame to the chip.  Interrupts are off.
 */
static int
rtl8139_start_xmit(struct sk_buff *skb, struct device *dev)
{
	struct rtl_private *lp = (struct rtl_private *) dev->priv;
	unsigned int entry = lp->cur_tx % TX_ENTRIES;

	if (lp->cur_tx - lp->dirty_tx == TX_ENTRIES) {
		dev->tbusy = 1;
		return 1;
	}
	/* The chip makes nothing longer. */
	if (skb->len < ETH_ZLEN
	    && skb_put(skb, ETH_ZLEN - skb->len) == NULL) {
		lp->stats.tx_dropped++;
		dev_kfree_skb(skb, FREE_WRITE);
		return 0;
	}
	lp->tx_skb[entry] = skb;
	lp->cur_tx++;
	dev->trans_start = jiffies;
	outl(virt_to_bus(skb->data), dev->base_addr + RTL_TX_ADDRESS + 4 * entry);
	outl(skb->len, dev->base_addr + RTL_TX_STATUS + 4 * entry);
	return 0;
}

/*
 *	Take back what has been sent.
 */
static void
rtl8139_tx(struct device *dev)
{
	struct rtl_private *lp = (struct rtl_private *) dev->priv;
	unsigned int entry, status;

	while (lp->dirty_tx != lp->cur_tx) {
		entry = lp->dirty_tx % TX_ENTRIES;
		status = inl(dev->base_addr + RTL_TX_STATUS + 4 * entry);
		if (!(status & TX_DONE))
			break;
		if (status & TX_OK) {
			lp->stats.tx_packets++;
			lp->stats.tx_bytes += lp->tx_skb[entry]->len;
		} else {
			lp->stats.tx_errors++;
			if (status & TX_UNDERRUN)
				lp->stats.tx_fifo_errors++;
			if (status & TX_ABORTED)
				lp->stats.tx_aborted_errors++;
		}
		dev_kfree_skb(lp->tx_skb[entry], FREE_WRITE);
		lp->tx_skb[entry] = NULL;
		lp->dirty_tx++;
	}
	if (dev->tbusy && lp->cur_tx - lp->dirty_tx < TX_ENTRIES)
		netif_wake(dev);
}

/* ---- Receiving ---- */

/*
 *	Copy from a place of the ring, which goes on at its start.
 */
static void
read_ring(struct rtl_private *lp, unsigned int place, unsigned char *to,
	  unsigned int count)
{
	unsigned int room = RX_RING_SIZE - place % RX_RING_SIZE;

	if (room > count)
		room = count;
	memcpy(to, lp->ring + place % RX_RING_SIZE, room);
	memcpy(to + room, lp->ring, count - room);
}

static void
receive_frame(struct device *dev, unsigned int place, unsigned int length)
{
	struct rtl_private *lp = (struct rtl_private *) dev->priv;
	struct sk_buff *skb = dev_alloc_skb(length + 2);

	if (skb == NULL) {
		lp->stats.rx_dropped++;
		return;
	}
	/* What comes behind the header is on a multiple of 4. */
	skb_reserve(skb, 2);
	read_ring(lp, place, skb_put(skb, length), length);
	skb->dev = dev;
	skb->protocol = eth_type_trans(skb, dev);
	lp->stats.rx_packets++;
	lp->stats.rx_bytes += length;
	dev->last_rx = jiffies;
	netif_rx(skb);
}

static void start_chip(struct device *dev);

/*
 *	Look at what the chip has received.  A header that cannot be is a sign
 *	that the chip and we have lost each other: begin anew.
 */
static void
rtl8139_rx(struct device *dev)
{
	struct rtl_private *lp = (struct rtl_private *) dev->priv;
	struct rtl_header header;
	unsigned int length;

	while (!(inb(dev->base_addr + RTL_COMMAND) & COMMAND_EMPTY)) {
		read_ring(lp, lp->next_rx, (unsigned char *) &header,
			  sizeof header);
		length = header.count - ETH_FCS_LEN;
		if (!(header.status & RX_STATUS_OK)
		    || length < ETH_ZLEN || length > ETH_FRAME_LEN) {
			lp->stats.rx_errors++;
			start_chip(dev);
			return;
		}
		receive_frame(dev, lp->next_rx + sizeof header, length);
		lp->next_rx = (lp->next_rx + sizeof header + header.count + 3)
			      % RX_RING_SIZE & ~3U;
		outw(lp->next_rx - 16, dev->base_addr + RTL_RX_READ);
	}
}

static void
rtl8139_interrupt(int irq, void *dev_id, struct pt_regs *regs)
{
	struct device *dev = (struct device *) dev_id;
	struct rtl_private *lp = (struct rtl_private *) dev->priv;
	unsigned int events;

	while ((events = inw(dev->base_addr + RTL_EVENTS) & EVENTS) != 0) {
		outw(events, dev->base_addr + RTL_EVENTS);
		if (events & (EVENT_RX_FULL | EVENT_RX_FIFO))
			lp->stats.rx_over_errors++;
		if (events & (EVENT_RX_ERROR | EVENT_BUS))
			lp->stats.rx_errors++;
		if (events & (EVENT_RX | EVENT_RX_FULL | EVENT_RX_FIFO))
			rtl8139_rx(dev);
		if (events & (EVENT_TX | EVENT_TX_ERROR))
			rtl8139_tx(dev);
	}
}

/* ---- Open and stop ---- */

/*
 *	Wait for a reset to be over.  Returns nonzero if it is.
 */
static int
reset_chip(unsigned long base)
{
	int tries;

	outb(COMMAND_RESET, base + RTL_COMMAND);
	for (tries = 0; tries < 1000; tries++)
		if (!(inb_p(base + RTL_COMMAND) & COMMAND_RESET))
			return 1;
	return 0;
}

/*
 *	Give back the frames that are not sent.
 */
static void
drop_tx(struct rtl_private *lp)
{
	int i;

	for (i = 0; i < TX_ENTRIES; i++)
		if (lp->tx_skb[i] != NULL) {
			dev_kfree_skb(lp->tx_skb[i], FREE_WRITE);
			lp->tx_skb[i] = NULL;
			lp->stats.tx_dropped++;
		}
	lp->cur_tx = lp->dirty_tx = 0;
}

/*
 *	Start the chip with an empty ring.
 */
static void
start_chip(struct device *dev)
{
	struct rtl_private *lp = (struct rtl_private *) dev->priv;
	unsigned long base = dev->base_addr;
	unsigned int mode = RX_MODE_RING | RX_MODE_NORMAL;

	(void) reset_chip(base);
	drop_tx(lp);
	lp->next_rx = 0;
	outl(virt_to_bus(lp->ring), base + RTL_RX_ADDRESS);
	outb(COMMAND_RX | COMMAND_TX, base + RTL_COMMAND);
	if (dev->flags & (IFF_PROMISC | IFF_ALLMULTI))
		mode |= RX_MODE_GROUPS;
	if (dev->flags & IFF_PROMISC)
		mode |= RX_MODE_ALL;
	outl(mode, base + RTL_RX_MODE);
	outl(TX_MODE_NORMAL, base + RTL_TX_MODE);
	outl(0xffffffff, base + RTL_GROUPS);
	outl(0xffffffff, base + RTL_GROUPS + 4);
	outl(0, base + RTL_MISSED);
	outw(EVENTS, base + RTL_MASK);
}

static int
rtl8139_open(struct device *dev)
{
	struct rtl_private *lp = (struct rtl_private *) dev->priv;
	int err;

	lp->ring = (unsigned char *) kmalloc(RX_RING_MEMORY, GFP_KERNEL);
	if (lp->ring == NULL)
		return -ENOMEM;
	dev->mem_start = virt_to_bus(lp->ring);
	dev->mem_end = dev->mem_start + RX_RING_MEMORY;
	err = request_irq(dev->irq, rtl8139_interrupt, SA_SHIRQ, dev->name,
			  dev);
	if (err != 0) {
		kfree(lp->ring);
		lp->ring = NULL;
		return err;
	}
	start_chip(dev);
	dev->tbusy = 0;
	dev->start = 1;
	return 0;
}

static int
rtl8139_stop(struct device *dev)
{
	struct rtl_private *lp = (struct rtl_private *) dev->priv;

	dev->start = 0;
	outw(0, dev->base_addr + RTL_MASK);
	outb(0, dev->base_addr + RTL_COMMAND);
	free_irq(dev->irq, dev);
	drop_tx(lp);
	kfree(lp->ring);
	lp->ring = NULL;
	return 0;
}

static struct enet_statistics *
rtl8139_get_stats(struct device *dev)
{
	return &((struct rtl_private *) dev->priv)->stats;
}

/* ---- Start-up ---- */

/*
 *	Look for the first of these chips.
 */
int
rtl8139_probe(struct device *dev)
{
	struct pci_dev *pdev;
	unsigned long base;
	int i;

	if (!pcibios_present())
		return -ENODEV;
	pdev = pci_find_device(PCI_VENDOR_ID_REALTEK,
			       PCI_DEVICE_ID_REALTEK_8139);
	if (pdev == NULL)
		return -ENODEV;
	base = pci_enable_ports(pdev, PCI_BASE_ADDRESS_0);
	if (base == 0 || check_region(base, RTL_EXTENT) != 0)
		return -ENODEV;
	outb(0, base + RTL_CONFIG_1);	/* awake */
	if (!reset_chip(base)) {
		printk(KERN_ERR "rtl8139: no answer at 0x%lx\n", base);
		return -ENODEV;
	}
	dev = init_etherdev(dev, sizeof(struct rtl_private));
	if (dev == NULL)
		return -ENOMEM;
	request_region(base, RTL_EXTENT, "rtl8139");
	for (i = 0; i < ETH_ALEN; i++)
		dev->dev_addr[i] = inb(base + RTL_STATION + i);
	dev->base_addr = base;
	dev->irq = pdev->irq;
	dev->open = rtl8139_open;
	dev->stop = rtl8139_stop;
	dev->hard_start_xmit = rtl8139_start_xmit;
	dev->get_stats = rtl8139_get_stats;
	printk(KERN_INFO "%s: RTL8139 at 0x%lx, irq %u\n", dev->name, base,
	       dev->irq);
	return 0;
}
