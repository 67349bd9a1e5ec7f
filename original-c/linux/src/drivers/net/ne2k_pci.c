/*
 *	ne2k_pci.c: NE2000 Ethernet cards on the PCI bus.
 *
 *	Hardware: Realtek's RTL8029, a DP8390 with 16 KiB of memory of its own
 *	(National Semiconductor's DP8390D data sheet; Realtek's RTL8029AS data
 *	sheet for the ports behind it).  The card reaches no memory of ours: a
 *	frame goes through a data port, to and from a place in the card's memory
 *	that its "remote DMA" counts.  There are two places for frames to be sent,
 *	one that goes out and one that is filled meanwhile; the rest is a ring of
 *	pages for what is received.
 *
 *	The remote DMA has one set of registers, so interrupts are off wherever
 *	it is used.
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

/* Ports, as offsets. */
#define NE_COMMAND	0x00
#define NE_DATA		0x10
#define NE_RESET	0x1f
#define NE_EXTENT	0x20

/* Registers of page 0; where two have one number the first is written. */
#define P0_RING_START	0x01
#define P0_RING_STOP	0x02
#define P0_BOUNDARY	0x03		/* last page that we have read */
#define P0_TX_PAGE	0x04
#define P0_TX_STATUS	0x04
#define P0_TX_COUNT_LOW	0x05
#define P0_TX_COUNT_HIGH 0x06
#define P0_EVENTS	0x07
#define P0_ADDRESS_LOW	0x08		/* of remote DMA */
#define P0_ADDRESS_HIGH	0x09
#define P0_COUNT_LOW	0x0a
#define P0_COUNT_HIGH	0x0b
#define P0_RX_MODE	0x0c
#define P0_TX_MODE	0x0d
#define P0_DATA_MODE	0x0e
#define P0_MASK		0x0f

/* Registers of page 1. */
#define P1_STATION	0x01
#define P1_CURRENT	0x07		/* page that is received into */
#define P1_GROUPS	0x08

/* The command register. */
#define CMD_STOP	0x01
#define CMD_START	0x02
#define CMD_TRANSMIT	0x04
#define CMD_READ	0x08		/* remote DMA */
#define CMD_WRITE	0x10
#define CMD_NO_DMA	0x20
#define CMD_PAGE_1	0x40

#define EVENT_RX	0x01
#define EVENT_TX	0x02
#define EVENT_RX_ERROR	0x04
#define EVENT_TX_ERROR	0x08
#define EVENT_OVERRUN	0x10
#define EVENT_COUNTERS	0x20
#define EVENT_DMA_DONE	0x40
#define EVENT_RESET	0x80
#define EVENTS		0x3f

#define TX_STATUS_OK	0x01
#define RX_MODE_NORMAL	0x04		/* for us, and for all */
#define RX_MODE_NONE	0x20		/* look, but keep nothing */
#define RX_MODE_ALL	0x1c
#define TX_MODE_NORMAL	0x00
#define TX_MODE_LOOP	0x02		/* nothing leaves the chip */
#define DATA_MODE_WORDS	0x49		/* 16 bits, FIFO of 8 bytes */

/* The card's memory, in pages of 256 bytes. */
#define MEMORY_START	0x40
#define TX_PAGES	6		/* a frame of 1,536 bytes */
#define TX_BUFFERS	2
#define RX_START	(MEMORY_START + TX_BUFFERS * TX_PAGES)
#define MEMORY_STOP	0x80

/* What the card puts in front of a received frame. */
struct ne_header {
	unsigned char status;		/* 1: received well */
	unsigned char next;		/* page of the next frame */
	unsigned short count;		/* with the checksum */
};

#define RX_STATUS_OK	0x01

struct ne_private {
	unsigned short length[TX_BUFFERS];	/* waits or goes out; 0: free */
	unsigned int sending;		/* the buffer that goes out */
	unsigned int is_sending;
	unsigned char next_page;	/* to be read */
	struct enet_statistics stats;
};

static void
ne_command(struct device *dev, unsigned char command)
{
	outb_p(command, dev->base_addr + NE_COMMAND);
}

static void
ne_write(struct device *dev, int reg, unsigned char value)
{
	outb_p(value, dev->base_addr + reg);
}

/* ---- The card's memory ---- */

/*
 *	Let the data port begin at a place of the card's memory.
 */
static void
remote_dma(struct device *dev, unsigned int address, unsigned int count,
	   unsigned char direction)
{
	ne_write(dev, P0_EVENTS, EVENT_DMA_DONE);
	ne_write(dev, P0_COUNT_LOW, count & 0xff);
	ne_write(dev, P0_COUNT_HIGH, count >> 8);
	ne_write(dev, P0_ADDRESS_LOW, address & 0xff);
	ne_write(dev, P0_ADDRESS_HIGH, address >> 8);
	ne_command(dev, CMD_START | direction);
}

static void
read_memory(struct device *dev, unsigned int address, void *to,
	    unsigned int count)
{
	char *bytes = (char *) to;

	remote_dma(dev, address, (count + 1) & ~1U, CMD_READ);
	insw(dev->base_addr + NE_DATA, bytes, count / 2);
	if (count & 1)
		bytes[count - 1] = inw(dev->base_addr + NE_DATA);
}

static void
write_memory(struct device *dev, unsigned int address, const void *from,
	     unsigned int count)
{
	const unsigned char *bytes = (const unsigned char *) from;

	remote_dma(dev, address, (count + 1) & ~1U, CMD_WRITE);
	outsw(dev->base_addr + NE_DATA, bytes, count / 2);
	if (count & 1)
		outw(bytes[count - 1], dev->base_addr + NE_DATA);
}

/*
 *	The same, in the ring of received pages, which goes on at its start.
 */
static void
read_ring(struct device *dev, unsigned int address, unsigned char *to,
	  unsigned int count)
{
	unsigned int room = (MEMORY_STOP << 8) - address;

	if (count > room) {
		read_memory(dev, address, to, room);
		to += room;
		count -= room;
		address = RX_START << 8;
	}
	read_memory(dev, address, to, count);
}

/* ---- Sending ---- */

/*
 *	Let a buffer go out.  Interrupts are off.
 */
static void
start_sending(struct device *dev, unsigned int buffer)
{
	struct ne_private *lp = (struct ne_private *) dev->priv;
	unsigned int length = lp->length[buffer];

	lp->sending = buffer;
	lp->is_sending = 1;
	dev->trans_start = jiffies;
	ne_write(dev, P0_TX_PAGE, MEMORY_START + buffer * TX_PAGES);
	ne_write(dev, P0_TX_COUNT_LOW, length & 0xff);
	ne_write(dev, P0_TX_COUNT_HIGH, length >> 8);
	ne_command(dev, CMD_NO_DMA | CMD_TRANSMIT | CMD_START);
}

/*
 *	Copy a frame to the card.  Interrupts are off.
 */
static int
ne_start_xmit(struct sk_buff *skb, struct device *dev)
{
	struct ne_private *lp = (struct ne_private *) dev->priv;
	unsigned int buffer = lp->length[0] == 0 ? 0 : 1;
	unsigned int length = skb->len < ETH_ZLEN ? ETH_ZLEN : skb->len;

	if (lp->length[buffer] != 0) {
		dev->tbusy = 1;
		return 1;
	}
	write_memory(dev, (MEMORY_START + buffer * TX_PAGES) << 8, skb->data,
		     skb->len);
	lp->length[buffer] = length;
	if (!lp->is_sending)
		start_sending(dev, buffer);
	dev_kfree_skb(skb, FREE_WRITE);
	return 0;
}

/*
 *	A buffer has gone out, or could not.
 */
static void
ne_tx(struct device *dev)
{
	struct ne_private *lp = (struct ne_private *) dev->priv;
	unsigned int other = 1 - lp->sending;

	if (!lp->is_sending)
		return;
	if (inb(dev->base_addr + P0_TX_STATUS) & TX_STATUS_OK) {
		lp->stats.tx_packets++;
		lp->stats.tx_bytes += lp->length[lp->sending];
	} else
		lp->stats.tx_errors++;
	lp->length[lp->sending] = 0;
	lp->is_sending = 0;
	if (lp->length[other] != 0)
		start_sending(dev, other);
	if (dev->tbusy)
		netif_wake(dev);
}

/* ---- Receiving ---- */

static void
receive_frame(struct device *dev, unsigned int address, unsigned int length)
{
	struct ne_private *lp = (struct ne_private *) dev->priv;
	struct sk_buff *skb = dev_alloc_skb(length + 2);

	if (skb == NULL) {
		lp->stats.rx_dropped++;
		return;
	}
	/* What comes behind the header is on a multiple of 4. */
	skb_reserve(skb, 2);
	read_ring(dev, address, skb_put(skb, length), length);
	skb->dev = dev;
	skb->protocol = eth_type_trans(skb, dev);
	lp->stats.rx_packets++;
	lp->stats.rx_bytes += length;
	dev->last_rx = jiffies;
	netif_rx(skb);
}

/*
 *	The page that the card receives into.
 */
static unsigned char
current_page(struct device *dev)
{
	unsigned char page;

	ne_command(dev, CMD_NO_DMA | CMD_PAGE_1 | CMD_START);
	page = inb_p(dev->base_addr + P1_CURRENT);
	ne_command(dev, CMD_NO_DMA | CMD_START);
	return page;
}

/*
 *	Look at what the card has received.  A header that cannot be is a sign
 *	that ring and we have lost each other: the rest is given up.
 */
static void
ne_rx(struct device *dev)
{
	struct ne_private *lp = (struct ne_private *) dev->priv;
	struct ne_header header;
	unsigned char current;
	unsigned int length;

	while (lp->next_page != (current = current_page(dev))) {
		read_memory(dev, lp->next_page << 8, &header, sizeof header);
		length = header.count - ETH_FCS_LEN;
		if (header.next < RX_START || header.next >= MEMORY_STOP
		    || length < ETH_ZLEN || length > ETH_FRAME_LEN) {
			lp->stats.rx_errors++;
			lp->stats.rx_length_errors++;
			header.next = current;
		} else if (header.status & RX_STATUS_OK)
			receive_frame(dev,
				      (lp->next_page << 8) + sizeof header,
				      length);
		else
			lp->stats.rx_errors++;
		lp->next_page = header.next;
		ne_write(dev, P0_BOUNDARY, lp->next_page == RX_START
					   ? MEMORY_STOP - 1
					   : lp->next_page - 1);
	}
}

/* ---- Open and stop ---- */

/*
 *	Start the chip with empty buffers.  What it receives is for us and for
 *	all, or everything.
 */
static void
start_chip(struct device *dev)
{
	struct ne_private *lp = (struct ne_private *) dev->priv;
	int i;

	lp->length[0] = lp->length[1] = 0;
	lp->is_sending = 0;
	lp->next_page = RX_START + 1;

	ne_command(dev, CMD_NO_DMA | CMD_STOP);
	ne_write(dev, P0_DATA_MODE, DATA_MODE_WORDS);
	ne_write(dev, P0_COUNT_LOW, 0);
	ne_write(dev, P0_COUNT_HIGH, 0);
	ne_write(dev, P0_RX_MODE, RX_MODE_NONE);
	ne_write(dev, P0_TX_MODE, TX_MODE_LOOP);
	ne_write(dev, P0_RING_START, RX_START);
	ne_write(dev, P0_RING_STOP, MEMORY_STOP);
	ne_write(dev, P0_BOUNDARY, RX_START);
	ne_write(dev, P0_EVENTS, 0xff);
	ne_write(dev, P0_MASK, EVENTS);

	ne_command(dev, CMD_NO_DMA | CMD_PAGE_1 | CMD_STOP);
	for (i = 0; i < ETH_ALEN; i++)
		ne_write(dev, P1_STATION + i, dev->dev_addr[i]);
	for (i = 0; i < 8; i++)
		ne_write(dev, P1_GROUPS + i, 0xff);
	ne_write(dev, P1_CURRENT, lp->next_page);

	ne_command(dev, CMD_NO_DMA | CMD_START);
	ne_write(dev, P0_TX_MODE, TX_MODE_NORMAL);
	ne_write(dev, P0_RX_MODE, dev->flags & (IFF_PROMISC | IFF_ALLMULTI)
				  ? RX_MODE_ALL : RX_MODE_NORMAL);
}

/*
 *	The ring is full, and the chip has stopped receiving: begin anew.  What
 *	was to be sent is lost.
 */
static void
overrun(struct device *dev)
{
	struct ne_private *lp = (struct ne_private *) dev->priv;

	lp->stats.rx_over_errors++;
	lp->stats.tx_dropped += (lp->length[0] != 0) + (lp->length[1] != 0);
	start_chip(dev);
	netif_wake(dev);
}

static void
ne_interrupt(int irq, void *dev_id, struct pt_regs *regs)
{
	struct device *dev = (struct device *) dev_id;
	struct ne_private *lp = (struct ne_private *) dev->priv;
	unsigned long flags;
	unsigned char events;

	save_flags(flags);
	cli();
	while ((events = inb(dev->base_addr + P0_EVENTS) & EVENTS) != 0) {
		ne_write(dev, P0_EVENTS, events);
		if (events & (EVENT_RX | EVENT_OVERRUN))
			ne_rx(dev);
		if (events & (EVENT_TX | EVENT_TX_ERROR))
			ne_tx(dev);
		if (events & EVENT_RX_ERROR)
			lp->stats.rx_errors++;
		if (events & EVENT_OVERRUN)
			overrun(dev);
	}
	restore_flags(flags);
}

static int
ne_open(struct device *dev)
{
	int err = request_irq(dev->irq, ne_interrupt, SA_SHIRQ, dev->name, dev);

	if (err != 0)
		return err;
	start_chip(dev);
	dev->tbusy = 0;
	dev->start = 1;
	return 0;
}

static int
ne_stop(struct device *dev)
{
	dev->start = 0;
	ne_command(dev, CMD_NO_DMA | CMD_STOP);
	ne_write(dev, P0_MASK, 0);
	free_irq(dev->irq, dev);
	return 0;
}

static struct enet_statistics *
ne_get_stats(struct device *dev)
{
	return &((struct ne_private *) dev->priv)->stats;
}

/* ---- Start-up ---- */

/*
 *	Reset the card and read its address, which has each byte twice, from the
 *	beginning of its memory.  Returns nonzero if a card is there.
 */
static int
read_address(struct device *dev)
{
	unsigned short prom[ETH_ALEN];
	int i;

	outb(inb(dev->base_addr + NE_RESET), dev->base_addr + NE_RESET);
	for (i = 0; i < 1000; i++)
		if (inb_p(dev->base_addr + P0_EVENTS) & EVENT_RESET)
			break;
	if (i == 1000)
		return 0;
	ne_command(dev, CMD_NO_DMA | CMD_STOP);
	ne_write(dev, P0_DATA_MODE, DATA_MODE_WORDS);
	ne_write(dev, P0_MASK, 0);
	ne_write(dev, P0_EVENTS, 0xff);
	read_memory(dev, 0, prom, sizeof prom);
	for (i = 0; i < ETH_ALEN; i++)
		dev->dev_addr[i] = prom[i];
	return 1;
}

/*
 *	Look for the first of these cards.
 */
int
ne2k_pci_probe(struct device *dev)
{
	struct pci_dev *pdev;
	unsigned long base;

	if (!pcibios_present())
		return -ENODEV;
	pdev = pci_find_device(PCI_VENDOR_ID_REALTEK,
			       PCI_DEVICE_ID_REALTEK_8029);
	if (pdev == NULL)
		return -ENODEV;
	base = pci_enable_ports(pdev, PCI_BASE_ADDRESS_0);
	if (base == 0 || check_region(base, NE_EXTENT) != 0)
		return -ENODEV;
	dev = init_etherdev(dev, sizeof(struct ne_private));
	if (dev == NULL)
		return -ENOMEM;
	dev->base_addr = base;
	dev->irq = pdev->irq;
	dev->open = ne_open;
	dev->stop = ne_stop;
	dev->hard_start_xmit = ne_start_xmit;
	dev->get_stats = ne_get_stats;
	if (!read_address(dev)) {
		printk(KERN_ERR "%s: no answer from the card at 0x%lx\n",
		       dev->name, base);
		unregister_netdev(dev);
		kfree(dev);
		return -ENODEV;
	}
	request_region(base, NE_EXTENT, "ne2k_pci");
	printk(KERN_INFO "%s: NE2000 at 0x%lx, irq %u\n", dev->name, base,
	       dev->irq);
	return 0;
}
