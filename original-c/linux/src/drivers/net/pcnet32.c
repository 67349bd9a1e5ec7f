/*
 *	pcnet32.c: AMD's PCnet-PCI Ethernet controllers.
 *
 *	Hardware: Am79C970A and its successors on the PCI bus.  The chip is a bus
 *	master: it reads frames to be sent from memory and writes those that it
 *	receives there, as two rings of descriptors in memory tell it.  Registers
 *	are behind an address port and a data port.  Registers, initialisation
 *	block and descriptors: Am79C970A data sheet (AMD publication 19436).
 *
 *	The rings, the initialisation block and the memory for frames to be
 *	received come from kmalloc with GFP_DMA when the device is opened, and go
 *	back when it is closed.
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

#define PCI_VENDOR_AMD		0x1022
#define PCI_DEVICE_PCNET	0x2000

/* I/O ports, as offsets; the chip is used in its 16-bit mode. */
#define PCNET_APROM	0x00		/* the Ethernet address */
#define PCNET_RDP	0x10		/* data of a control register */
#define PCNET_RAP	0x12		/* number of the register */
#define PCNET_RESET	0x14		/* reading it resets the chip */
#define PCNET_BDP	0x16		/* data of a bus register */
#define PCNET_EXTENT	0x20

/* Control registers. */
#define CSR_STATUS	0
#define CSR_INIT_LOW	1		/* address of the init block */
#define CSR_INIT_HIGH	2
#define CSR_MASK	3
#define CSR_FEATURES	4
#define CSR_CHIP_LOW	88

/* CSR0. */
#define STATUS_INIT	0x0001		/* read the init block */
#define STATUS_START	0x0002
#define STATUS_STOP	0x0004
#define STATUS_DEMAND	0x0008		/* look at the send ring now */
#define STATUS_ENABLE	0x0040		/* interrupts */
#define STATUS_IDON	0x0100		/* init block read */
#define STATUS_TINT	0x0200		/* a frame was sent */
#define STATUS_RINT	0x0400		/* a frame was received */
#define STATUS_MISS	0x1000		/* ... and there was no room for one */
#define STATUS_EVENTS	0x7f00		/* all these; writing ones ends them */

#define FEATURES_PAD	0x0800		/* CSR4: make frames long enough */

/* Bus register 20: descriptors with 32-bit addresses. */
#define BCR_SOFTWARE_STYLE	20
#define STYLE_PCNET_PCI		2

/* Sizes of the rings; powers of 2, which is what the init block wants. */
#define LOG_RX		4
#define LOG_TX		3
#define RX_RING_SIZE	(1 << LOG_RX)
#define TX_RING_SIZE	(1 << LOG_TX)
#define RX_BUF_SIZE	1536

/* A descriptor.  Lengths are negative. */
struct pcnet_ring {
	unsigned int base;		/* bus address */
	short buf_length;
	volatile unsigned short status;
	volatile unsigned int msg_length;	/* of a received frame */
	unsigned int reserved;
};

/* Descriptor status. */
#define RING_OWN	0x8000		/* it is the chip's */
#define RING_ERROR	0x4000
#define RING_START	0x0200		/* first and last part of a frame */
#define RING_END	0x0100

struct pcnet_init_block {
	unsigned short mode;
	unsigned char rx_log;		/* in the upper half */
	unsigned char tx_log;
	unsigned char phys_addr[6];
	unsigned short reserved;
	unsigned int filter[2];
	unsigned int rx_ring;
	unsigned int tx_ring;
};

/* What the chip reads and writes; on a multiple of 16. */
struct pcnet_shared {
	struct pcnet_ring rx_ring[RX_RING_SIZE];
	struct pcnet_ring tx_ring[TX_RING_SIZE];
	struct pcnet_init_block init_block;
	unsigned int pad;
	unsigned char rx_buf[RX_RING_SIZE][RX_BUF_SIZE];
};

struct pcnet_private {
	char *memory;			/* from kmalloc */
	struct pcnet_shared *shared;	/* in it */
	struct sk_buff *tx_skb[TX_RING_SIZE];
	unsigned int cur_rx;		/* next descriptors; these only grow */
	unsigned int cur_tx;
	unsigned int dirty_tx;		/* first one that may be under way */
	struct enet_statistics stats;
};

/* ---- Registers ---- */

static unsigned short
read_csr(struct device *dev, int index)
{
	outw(index, dev->base_addr + PCNET_RAP);
	return inw(dev->base_addr + PCNET_RDP);
}

static void
write_csr(struct device *dev, int index, unsigned short value)
{
	outw(index, dev->base_addr + PCNET_RAP);
	outw(value, dev->base_addr + PCNET_RDP);
}

static void
write_bcr(struct device *dev, int index, unsigned short value)
{
	outw(index, dev->base_addr + PCNET_RAP);
	outw(value, dev->base_addr + PCNET_BDP);
}

/* ---- Rings ---- */

/*
 *	Give all receive descriptors to the chip, take all send descriptors, and
 *	describe both in the init block.
 */
static void
init_rings(struct device *dev)
{
	struct pcnet_private *lp = (struct pcnet_private *) dev->priv;
	struct pcnet_shared *sh = lp->shared;
	int i;

	memset(sh, 0, sizeof *sh);
	for (i = 0; i < RX_RING_SIZE; i++) {
		sh->rx_ring[i].base = virt_to_bus(sh->rx_buf[i]);
		sh->rx_ring[i].buf_length = -RX_BUF_SIZE;
		sh->rx_ring[i].status = RING_OWN;
	}
	sh->init_block.rx_log = LOG_RX << 4;
	sh->init_block.tx_log = LOG_TX << 4;
	memcpy(sh->init_block.phys_addr, dev->dev_addr, ETH_ALEN);
	sh->init_block.rx_ring = virt_to_bus(sh->rx_ring);
	sh->init_block.tx_ring = virt_to_bus(sh->tx_ring);
	lp->cur_rx = lp->cur_tx = lp->dirty_tx = 0;
	memset(lp->tx_skb, 0, sizeof lp->tx_skb);
}

/*
 *	Get the memory that the chip and we share.
 */
static int
alloc_shared(struct device *dev)
{
	struct pcnet_private *lp = (struct pcnet_private *) dev->priv;
	unsigned long start;

	lp->memory = (char *) kmalloc(sizeof(struct pcnet_shared) + 15,
				      GFP_KERNEL | GFP_DMA);
	if (lp->memory == NULL)
		return -ENOMEM;
	start = ((unsigned long) lp->memory + 15) & ~15UL;
	lp->shared = (struct pcnet_shared *) start;
	dev->mem_start = virt_to_bus(lp->shared);
	dev->mem_end = dev->mem_start + sizeof(struct pcnet_shared);
	return 0;
}

/* ---- Sending and receiving ---- */

/*
 *	Give a frame to the chip.  Interrupts are off.
 */
static int
pcnet32_start_xmit(struct sk_buff *skb, struct device *dev)
{
	struct pcnet_private *lp = (struct pcnet_private *) dev->priv;
	unsigned int entry = lp->cur_tx % TX_RING_SIZE;
	struct pcnet_ring *ring = &lp->shared->tx_ring[entry];

	if (lp->cur_tx - lp->dirty_tx == TX_RING_SIZE) {
		dev->tbusy = 1;
		return 1;
	}
	lp->tx_skb[entry] = skb;
	ring->base = virt_to_bus(skb->data);
	ring->buf_length = -(int) skb->len;
	ring->msg_length = 0;
	barrier();
	ring->status = RING_OWN | RING_START | RING_END;
	lp->cur_tx++;
	write_csr(dev, CSR_STATUS, STATUS_ENABLE | STATUS_DEMAND);
	return 0;
}

/*
 *	Take back what has been sent.
 */
static void
pcnet32_tx(struct device *dev)
{
	struct pcnet_private *lp = (struct pcnet_private *) dev->priv;
	struct sk_buff *skb;
	unsigned short status;
	unsigned int entry;

	while (lp->dirty_tx != lp->cur_tx) {
		entry = lp->dirty_tx % TX_RING_SIZE;
		status = lp->shared->tx_ring[entry].status;
		if (status & RING_OWN)
			break;
		skb = lp->tx_skb[entry];
		if (status & RING_ERROR)
			lp->stats.tx_errors++;
		else {
			lp->stats.tx_packets++;
			lp->stats.tx_bytes += skb->len;
		}
		lp->tx_skb[entry] = NULL;
		dev_kfree_skb(skb, FREE_WRITE);
		lp->dirty_tx++;
	}
	if (dev->tbusy)
		netif_wake(dev);
}

/*
 *	Hand one received frame up.
 */
static void
receive_frame(struct device *dev, unsigned char *data, unsigned int len)
{
	struct pcnet_private *lp = (struct pcnet_private *) dev->priv;
	struct sk_buff *skb = dev_alloc_skb(len + 2);

	if (skb == NULL) {
		lp->stats.rx_dropped++;
		return;
	}
	/* What comes behind the header is on a multiple of 4. */
	skb_reserve(skb, 2);
	memcpy(skb_put(skb, len), data, len);
	skb->dev = dev;
	skb->protocol = eth_type_trans(skb, dev);
	lp->stats.rx_packets++;
	lp->stats.rx_bytes += len;
	netif_rx(skb);
}

/*
 *	Look at what the chip has received.
 */
static void
pcnet32_rx(struct device *dev)
{
	struct pcnet_private *lp = (struct pcnet_private *) dev->priv;
	struct pcnet_ring *ring;
	unsigned int entry, len;

	for (;;) {
		entry = lp->cur_rx % RX_RING_SIZE;
		ring = &lp->shared->rx_ring[entry];
		if (ring->status & RING_OWN)
			break;
		len = ring->msg_length & 0xfff;
		if ((ring->status & RING_ERROR)
		    || (ring->status & (RING_START | RING_END))
		       != (RING_START | RING_END)
		    || len < ETH_HLEN + ETH_FCS_LEN || len > RX_BUF_SIZE)
			lp->stats.rx_errors++;
		else
			receive_frame(dev, lp->shared->rx_buf[entry],
				      len - ETH_FCS_LEN);
		ring->buf_length = -RX_BUF_SIZE;
		ring->msg_length = 0;
		barrier();
		ring->status = RING_OWN;
		lp->cur_rx++;
	}
}

static void
pcnet32_interrupt(int irq, void *dev_id, struct pt_regs *regs)
{
	struct device *dev = (struct device *) dev_id;
	struct pcnet_private *lp = (struct pcnet_private *) dev->priv;
	unsigned short events;

	while ((events = read_csr(dev, CSR_STATUS) & STATUS_EVENTS) != 0) {
		write_csr(dev, CSR_STATUS, events | STATUS_ENABLE);
		if (events & STATUS_RINT)
			pcnet32_rx(dev);
		if (events & STATUS_TINT)
			pcnet32_tx(dev);
		if (events & STATUS_MISS)
			lp->stats.rx_errors++;
	}
}

/* ---- Open and stop ---- */

/*
 *	Reset the chip, let it read the init block, and start it.
 */
static int
start_chip(struct device *dev)
{
	unsigned long block = virt_to_bus(&((struct pcnet_private *)
					    dev->priv)->shared->init_block);
	int tries;

	(void) inw(dev->base_addr + PCNET_RESET);
	write_bcr(dev, BCR_SOFTWARE_STYLE, STYLE_PCNET_PCI);
	write_csr(dev, CSR_MASK, 0);
	write_csr(dev, CSR_FEATURES, FEATURES_PAD);
	write_csr(dev, CSR_INIT_LOW, block & 0xffff);
	write_csr(dev, CSR_INIT_HIGH, block >> 16);
	write_csr(dev, CSR_STATUS, STATUS_INIT);
	for (tries = 0; tries < 1000; tries++)
		if (read_csr(dev, CSR_STATUS) & STATUS_IDON)
			break;
	if (tries == 1000)
		return -EIO;
	write_csr(dev, CSR_STATUS, STATUS_IDON | STATUS_START | STATUS_ENABLE);
	return 0;
}

static int
pcnet32_open(struct device *dev)
{
	struct pcnet_private *lp = (struct pcnet_private *) dev->priv;
	int err;

	err = alloc_shared(dev);
	if (err != 0)
		return err;
	init_rings(dev);
	err = request_irq(dev->irq, pcnet32_interrupt, SA_SHIRQ, dev->name,
			  dev);
	if (err != 0)
		goto no_irq;
	err = start_chip(dev);
	if (err != 0)
		goto no_chip;
	dev->tbusy = 0;
	dev->start = 1;
	return 0;

no_chip:
	free_irq(dev->irq, dev);
no_irq:
	kfree(lp->memory);
	lp->memory = NULL;
	return err;
}

static int
pcnet32_stop(struct device *dev)
{
	struct pcnet_private *lp = (struct pcnet_private *) dev->priv;
	int i;

	dev->start = 0;
	write_csr(dev, CSR_STATUS, STATUS_STOP);
	free_irq(dev->irq, dev);
	for (i = 0; i < TX_RING_SIZE; i++)
		if (lp->tx_skb[i] != NULL)
			dev_kfree_skb(lp->tx_skb[i], FREE_WRITE);
	kfree(lp->memory);
	lp->memory = NULL;
	return 0;
}

static struct enet_statistics *
pcnet32_get_stats(struct device *dev)
{
	return &((struct pcnet_private *) dev->priv)->stats;
}

/* ---- Start-up ---- */

/*
 *	Look for the first of these chips.
 */
int
pcnet32_probe(struct device *dev)
{
	struct pci_dev *pdev;
	unsigned long base;
	int i;

	if (!pcibios_present())
		return -ENODEV;
	pdev = pci_find_device(PCI_VENDOR_AMD, PCI_DEVICE_PCNET);
	if (pdev == NULL)
		return -ENODEV;
	base = pci_enable_ports(pdev, PCI_BASE_ADDRESS_0);
	if (base == 0 || check_region(base, PCNET_EXTENT) != 0)
		return -ENODEV;
	dev = init_etherdev(dev, sizeof(struct pcnet_private));
	if (dev == NULL)
		return -ENOMEM;
	request_region(base, PCNET_EXTENT, "pcnet32");

	(void) inw(base + PCNET_RESET);
	for (i = 0; i < ETH_ALEN; i++)
		dev->dev_addr[i] = inb(base + PCNET_APROM + i);
	dev->base_addr = base;
	dev->irq = pdev->irq;
	dev->open = pcnet32_open;
	dev->stop = pcnet32_stop;
	dev->hard_start_xmit = pcnet32_start_xmit;
	dev->get_stats = pcnet32_get_stats;
	printk(KERN_INFO "%s: PCnet, chip 0x%04x, at 0x%lx, irq %u\n",
	       dev->name, read_csr(dev, CSR_CHIP_LOW), base, dev->irq);
	return 0;
}
