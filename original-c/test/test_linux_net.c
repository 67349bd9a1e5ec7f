/*
 *	test_linux_net.c: frames to and from network cards, a suite for each
 *	driver.
 *
 *	The other side is 10.0.2.2, as emulators have it for a host: it answers
 *	ARP requests and echo requests.  The lines that are printed let the host
 *	compare with what it has seen on the wire.  Without its card the cases
 *	of a suite are skipped.
 */
#define MACH_INCLUDE
#include <kern/printf.h>
#include <test/ktest.h>
#include <test/suites_linux.h>
#include <test/test_linux_util.h>
#include <vm/vm_page.h>

#include <linux/types.h>
#include <linux/string.h>
#include <linux/sched.h>
#include <linux/malloc.h>
#include <linux/etherdevice.h>
#include <linux/pci.h>
#include <linux/glue.h>
#include <asm/dma.h>
#include <asm/system.h>

/* Formats of RFC 826, RFC 791 and RFC 792.  The numbers of 16 bits have
   their high byte first. */
struct arp_frame {
	struct ethhdr eth;
	unsigned short hw_type, proto_type;
	unsigned char hw_len, proto_len;
	unsigned short op;
	unsigned char sender_hw[6], sender_ip[4], target_hw[6], target_ip[4];
} __attribute__ ((packed));

#define PAYLOAD		1400
#define ECHOES		400U

struct echo_frame {
	struct ethhdr eth;
	unsigned char version, tos;
	unsigned short length, id, fragment;
	unsigned char ttl, protocol;
	unsigned short checksum;
	unsigned char source[4], target[4];
	unsigned char type, code;
	unsigned short icmp_checksum, echo_id, sequence;
	unsigned char payload[PAYLOAD];
} __attribute__ ((packed));

#define IP_HEADER	20
#define ICMP_HEADER	8

static const unsigned char our_ip[4] = { 10, 0, 2, 15 };
static const unsigned char host_ip[4] = { 10, 0, 2, 2 };

static unsigned char host_hw[6];	/* as its last answer said */

/* A card, and what is its own. */
struct card {
	const char *driver;
	unsigned int vendor, device;	/* on the PCI bus */
	int tx_frames;			/* that it takes at once */
	int has_memory;			/* it reaches for memory of ours */
	int has_isa_memory;		/* ... which the driver takes from GFP_DMA */
};

#define CARD	((const struct card *) ktest_subject)

/*
 *	The card's device, or null.  It is where the PCI bus says.
 */
static struct device *
find_device(void)
{
	struct pci_dev *pdev = pci_find_device(CARD->vendor, CARD->device);
	struct device *dev = NULL;
	unsigned int base;
	int n;

	if (pdev == NULL)
		return NULL;
	(void) pcibios_read_config_dword(pdev->bus, pdev->devfn,
					 PCI_BASE_ADDRESS_0, &base);
	for (n = 0; (dev = net_find(n)) != NULL; n++)
		if (dev->base_addr == (base & PCI_BASE_ADDRESS_IO_MASK))
			break;
	KTEST_EXPECT(dev != NULL);
	return dev;
}

/*
 *	Open the card, or skip the test.
 */
static struct net_data *
open_or_skip(void)
{
	struct device *dev = find_device();
	struct net_data *nd;

	if (dev == NULL) {
		ktest_skip("no such network card");
		return NULL;
	}
	KTEST_EXPECT_EQ(net_open(dev->name, &nd), D_SUCCESS);
	return nd;
}

static void
make_arp(struct arp_frame *f, struct net_data *nd)
{
	const unsigned char *hw = net_device(nd)->dev_addr;

	memset(f, 0, sizeof *f);
	memset(f->eth.h_dest, 0xff, ETH_ALEN);
	memcpy(f->eth.h_source, hw, ETH_ALEN);
	f->eth.h_proto = htons(ETH_P_ARP);
	f->hw_type = htons(1);
	f->proto_type = htons(ETH_P_IP);
	f->hw_len = 6;
	f->proto_len = 4;
	f->op = htons(1);
	memcpy(f->sender_hw, hw, 6);
	memcpy(f->sender_ip, our_ip, 4);
	memcpy(f->target_ip, host_ip, 4);
}

/*
 *	Read frames until the answer to our question comes, for two seconds at
 *	most.
 */
static int
wait_for_arp(struct net_data *nd, struct arp_frame *f)
{
	unsigned int count;

	while (net_read(nd, (char *) f, sizeof *f, 2 * HZ, &count)
	       == D_SUCCESS)
		if (count == sizeof *f && f->eth.h_proto == htons(ETH_P_ARP)
		    && f->op == htons(2)
		    && memcmp(f->sender_ip, host_ip, 4) == 0
		    && memcmp(f->target_ip, our_ip, 4) == 0)
			return 1;
	return 0;
}

/*
 *	Ask for the host's Ethernet address.  Returns nonzero if it answers.
 */
static int
ask_for_host(struct net_data *nd)
{
	struct arp_frame f;

	make_arp(&f, nd);
	KTEST_EXPECT_EQ(net_write(nd, (char *) &f, sizeof f), D_SUCCESS);
	if (!wait_for_arp(nd, &f))
		return 0;
	KTEST_EXPECT(memcmp(f.target_hw, net_device(nd)->dev_addr, 6) == 0);
	KTEST_EXPECT(memcmp(f.eth.h_dest, net_device(nd)->dev_addr, 6) == 0);
	memcpy(host_hw, f.sender_hw, 6);
	return 1;
}

static void
rings_suit_dma(void)
{
	struct net_data *nd = open_or_skip();
	struct net_data *second;
	struct device *dev;
	unsigned long size;

	if (nd == NULL)
		return;
	dev = net_device(nd);
	size = dev->mem_end - dev->mem_start;
	if (CARD->has_memory) {
		KTEST_EXPECT(dev->mem_start != 0
			     && (dev->mem_start & 3) == 0 && size != 0);
		if (CARD->has_isa_memory)
			KTEST_EXPECT(DMA_REACHES(dev->mem_start, size));
	} else
		KTEST_EXPECT_EQ(dev->mem_start, 0);
	KTEST_EXPECT_EQ(net_open(dev->name, &second), D_ALREADY_OPEN);
	KTEST_EXPECT_EQ(net_open("eth9", &second), D_NO_SUCH_DEVICE);
	printf("# net: %s: %lu bytes of rings at 0x%08lx\n", CARD->driver,
	       size, dev->mem_start);
	net_close(nd);
}

static void
arp(void)
{
	struct net_data *nd = open_or_skip();
	const unsigned char *hw = host_hw;

	if (nd == NULL)
		return;
	if (!ask_for_host(nd))
		KTEST_EXPECT(!"10.0.2.2 answered");
	printf("# net: %s: 10.0.2.2 is at %02x:%02x:%02x:%02x:%02x:%02x\n",
	       CARD->driver, hw[0], hw[1], hw[2], hw[3], hw[4], hw[5]);
	net_close(nd);
}

/*
 *	The sum of 16-bit words in ones' complement, for a checksum (RFC 1071).
 */
static unsigned short
ones_sum(const unsigned char *data, unsigned int count)
{
	unsigned int sum = 0, i;

	for (i = 0; i + 1 < count; i += 2)
		sum += data[i] | data[i + 1] << 8;
	while (sum >> 16)
		sum = (sum & 0xffff) + (sum >> 16);
	return ~sum;
}

/*
 *	An echo request whose payload is noise.
 */
static void
make_echo(struct echo_frame *f, struct net_data *nd, unsigned int sequence)
{
	memset(f, 0, sizeof *f);
	memcpy(f->eth.h_dest, host_hw, ETH_ALEN);
	memcpy(f->eth.h_source, net_device(nd)->dev_addr, ETH_ALEN);
	f->eth.h_proto = htons(ETH_P_IP);
	f->version = 0x45;
	f->length = htons(IP_HEADER + ICMP_HEADER + PAYLOAD);
	f->id = htons(sequence);
	f->ttl = 64;
	f->protocol = 1;
	memcpy(f->source, our_ip, 4);
	memcpy(f->target, host_ip, 4);
	f->checksum = ones_sum(&f->version, IP_HEADER);
	f->type = 8;
	f->echo_id = htons(0x4818);
	f->sequence = htons(sequence);
	test_noise((char *) f->payload, PAYLOAD, sequence);
	f->icmp_checksum = ones_sum(&f->type, ICMP_HEADER + PAYLOAD);
}

/*
 *	Nonzero if the frame is the answer to the request, with all its bytes.
 */
static int
is_answer(const struct echo_frame *f, const struct echo_frame *request)
{
	return f->eth.h_proto == htons(ETH_P_IP) && f->protocol == 1
	       && f->type == 0 && f->sequence == request->sequence
	       && memcmp(f->source, host_ip, 4) == 0
	       && memcmp(f->payload, request->payload, PAYLOAD) == 0;
}

/*
 *	Send requests with these numbers, each when the one before has come back.
 *	Returns how many came back with every byte and no other.
 */
static unsigned int
exchange(struct net_data *nd, unsigned int first, unsigned int last)
{
	static struct echo_frame request;
	static struct {
		struct echo_frame frame;
		char more[64];
	} answer;
	unsigned int n, count, good = 0;

	for (n = first; n <= last; n++) {
		make_echo(&request, nd, n);
		KTEST_EXPECT_EQ(net_write(nd, (char *) &request,
					  sizeof request), D_SUCCESS);
		while (net_read(nd, (char *) &answer, sizeof answer, 2 * HZ,
				&count) == D_SUCCESS)
			if (count == sizeof request
			    && is_answer(&answer.frame, &request)) {
				good++;
				break;
			}
	}
	return good;
}

/*
 *	Many long frames: both rings go round, and were a packet lost each time,
 *	the glue's pool would not do.  In the second half no page is lost.
 */
static void
echo(void)
{
	struct net_data *nd = open_or_skip();
	unsigned int good;
	int free_before;

	if (nd == NULL)
		return;
	KTEST_EXPECT(ask_for_host(nd));
	good = exchange(nd, 1, ECHOES / 2);
	free_before = vm_page_free_count;
	good += exchange(nd, ECHOES / 2 + 1, ECHOES);
	KTEST_EXPECT_EQ(vm_page_free_count, free_before);
	KTEST_EXPECT_EQ(good, ECHOES);
	printf("# net: %s: %u of %u echoes of %u bytes came back\n",
	       CARD->driver, good, ECHOES, PAYLOAD);
	net_close(nd);
}

/*
 *	Packets and queues of them, which need no card.
 */
static void
packets(void)
{
	struct sk_buff_head queue = { NULL, NULL, 0 };
	struct sk_buff *skb[3];
	int i;

	for (i = 0; i < 3; i++) {
		skb[i] = alloc_skb(30, GFP_ATOMIC);
		KTEST_EXPECT(skb[i] != NULL);
		if (skb[i] == NULL)
			return;
		skb_queue_tail(&queue, skb[i]);
	}
	KTEST_EXPECT_EQ(queue.qlen, 3);
	for (i = 0; i < 3; i++)
		KTEST_EXPECT(skb_dequeue(&queue) == skb[i]);
	KTEST_EXPECT(skb_dequeue(&queue) == NULL);
	KTEST_EXPECT_EQ(queue.qlen, 0);

	skb_reserve(skb[0], 2);
	KTEST_EXPECT(skb_put(skb[0], 20) == skb[0]->head + 2);
	KTEST_EXPECT(skb_put(skb[0], 10) == skb[0]->head + 22);
	KTEST_EXPECT_EQ(skb[0]->len, 30);
	KTEST_EXPECT(skb_put(skb[0], 1) == NULL);
	KTEST_EXPECT_EQ(skb[0]->len, 30);
	KTEST_EXPECT(skb_put(skb[1], ~0U) == NULL);
	for (i = 0; i < 3; i++)
		kfree_skb(skb[i], FREE_READ);
}

/*
 *	The ring takes as many frames as it has room for, and then says so; what
 *	was sent is taken back by the interrupt.
 */
static void
ring_full(void)
{
	struct net_data *nd = open_or_skip();
	struct sk_buff *skb = NULL;
	struct arp_frame f;
	unsigned long flags;
	struct device *dev;
	int accepted = 0;

	if (nd == NULL)
		return;
	dev = net_device(nd);
	make_arp(&f, nd);
	save_flags(flags);
	cli();
	while (accepted < 64) {
		skb = alloc_skb(ETH_ZLEN, GFP_ATOMIC);
		if (skb == NULL)
			break;
		memcpy(skb_put(skb, ETH_ZLEN), &f, sizeof f);
		if (dev->hard_start_xmit(skb, dev) != 0)
			break;
		accepted++;
	}
	restore_flags(flags);
	KTEST_EXPECT_EQ(accepted, CARD->tx_frames);
	KTEST_EXPECT(skb != NULL);
	if (skb != NULL)
		kfree_skb(skb, FREE_WRITE);
	KTEST_EXPECT(wait_for_arp(nd, &f));
	KTEST_EXPECT_EQ(dev->tbusy, 0);
	KTEST_EXPECT(ask_for_host(nd));
	net_close(nd);
}

/*
 *	More frames at once than the ring has room for.
 */
static void
burst(void)
{
	struct net_data *nd = open_or_skip();
	struct enet_statistics before, after;
	struct arp_frame f;
	unsigned int n, answers = 0;

	if (nd == NULL)
		return;
	before = *net_device(nd)->get_stats(net_device(nd));
	for (n = 0; n < 40; n++) {
		make_arp(&f, nd);
		KTEST_EXPECT_EQ(net_write(nd, (char *) &f, sizeof f),
				D_SUCCESS);
	}
	while (answers < 40 && wait_for_arp(nd, &f))
		answers++;
	KTEST_EXPECT_EQ(answers, 40);
	after = *net_device(nd)->get_stats(net_device(nd));
	KTEST_EXPECT_EQ(after.tx_packets - before.tx_packets, 40);
	KTEST_EXPECT(after.rx_packets - before.rx_packets >= 40);
	KTEST_EXPECT_EQ(after.tx_bytes - before.tx_bytes, 40 * ETH_ZLEN);
	KTEST_EXPECT_EQ(after.tx_errors, before.tx_errors);
	KTEST_EXPECT_EQ(after.rx_errors, before.rx_errors);
	KTEST_EXPECT_EQ(after.rx_dropped, before.rx_dropped);
	net_close(nd);
}

static void
bad_frames_are_refused(void)
{
	static char frame[ETH_FRAME_LEN + 1];
	struct net_data *nd = open_or_skip();
	unsigned int count;

	if (nd == NULL)
		return;
	KTEST_EXPECT_EQ(net_write(nd, frame, ETH_HLEN - 1), D_INVALID_SIZE);
	KTEST_EXPECT_EQ(net_write(nd, frame, ETH_FRAME_LEN + 1),
			D_INVALID_SIZE);
	KTEST_EXPECT_EQ(net_read(nd, frame, sizeof frame, 5, &count),
			D_WOULD_BLOCK);
	KTEST_EXPECT_EQ(count, 0);
	net_close(nd);
}

/*
 *	Opening takes what closing gives back.
 */
static void
open_and_close(void)
{
	struct net_data *nd = open_or_skip();
	int n, free_before;

	if (nd == NULL)
		return;
	net_close(nd);
	free_before = vm_page_free_count;
	for (n = 0; n < 20; n++) {
		nd = open_or_skip();
		if (nd == NULL)
			return;
		net_close(nd);
	}
	KTEST_EXPECT_EQ(vm_page_free_count, free_before);
}

/*
 *	What a received frame is, by its header.
 */
static unsigned int
type_of(unsigned int proto, unsigned char first, unsigned char dest,
	struct device *dev, unsigned char *pkt_type)
{
	struct sk_buff *skb = dev_alloc_skb(ETH_ZLEN);
	struct ethhdr *eth;
	unsigned int protocol;

	KTEST_EXPECT(skb != NULL);
	if (skb == NULL)
		return 0;
	eth = (struct ethhdr *) skb_put(skb, ETH_ZLEN);
	memset(eth, first, ETH_ZLEN);
	memset(eth->h_dest, dest, ETH_ALEN);
	eth->h_proto = htons(proto);
	protocol = ntohs(eth_type_trans(skb, dev));
	KTEST_EXPECT_EQ(skb->len, ETH_ZLEN - ETH_HLEN);
	KTEST_EXPECT(skb->mac.ethernet == eth);
	KTEST_EXPECT(skb_push(skb, ETH_HLEN) == (unsigned char *) eth);
	*pkt_type = skb->pkt_type;
	kfree_skb(skb, FREE_READ);
	return protocol;
}

/*
 *	Devices need no card: names, values that all have, kinds of frames.
 */
static void
devices(void)
{
	struct device *one, *two, mine;
	unsigned char kind;
	char name[IFNAMSIZ] = "net0";

	one = init_etherdev(NULL, 10);
	two = init_etherdev(NULL, 0);
	KTEST_EXPECT(one != NULL && two != NULL);
	if (one == NULL || two == NULL)
		return;
	KTEST_EXPECT(one->priv != NULL && two->priv == NULL);
	KTEST_EXPECT(strcmp(one->name, two->name) != 0);
	KTEST_EXPECT_EQ(one->mtu, 1500);
	KTEST_EXPECT_EQ(one->addr_len, ETH_ALEN);

	memset(&mine, 0, sizeof mine);
	mine.name = name;
	KTEST_EXPECT_EQ(register_netdev(&mine), 0);
	KTEST_EXPECT(register_netdev(&mine) != 0);
	unregister_netdev(&mine);

	memset(one->dev_addr, 2, ETH_ALEN);
	KTEST_EXPECT_EQ(type_of(ETH_P_ARP, 0, 2, one, &kind), ETH_P_ARP);
	KTEST_EXPECT_EQ(kind, PACKET_HOST);
	KTEST_EXPECT_EQ(type_of(46, 0xff, 0xff, one, &kind), ETH_P_802_3);
	KTEST_EXPECT_EQ(kind, PACKET_BROADCAST);
	KTEST_EXPECT_EQ(type_of(46, 0xaa, 1, one, &kind), ETH_P_802_2);
	KTEST_EXPECT_EQ(kind, PACKET_MULTICAST);
	(void) type_of(ETH_P_IP, 0, 4, one, &kind);
	KTEST_EXPECT_EQ(kind, PACKET_OTHERHOST);
	unregister_netdev(one);
	unregister_netdev(two);
	linux_kfree(one);
	linux_kfree(two);
}

static const struct ktest_case common_cases[] = {
	{ "packets", packets },
	{ "devices", devices },
};

static const struct ktest_case cases[] = {
	{ "rings", rings_suit_dma },
	{ "arp", arp },
	{ "echo", echo },
	{ "ring_full", ring_full },
	{ "burst", burst },
	{ "bad_frames", bad_frames_are_refused },
	{ "open_close", open_and_close },
};

static const struct card pcnet32 = {
	"pcnet32", PCI_VENDOR_ID_AMD, PCI_DEVICE_ID_AMD_LANCE, 8, 1, 1
};
static const struct card ne2k_pci = {
	"ne2k_pci", PCI_VENDOR_ID_REALTEK, PCI_DEVICE_ID_REALTEK_8029, 2, 0, 0
};
static const struct card rtl8139 = {
	"rtl8139", PCI_VENDOR_ID_REALTEK, PCI_DEVICE_ID_REALTEK_8139, 4, 1, 0
};

const struct ktest_suite linux_net_suite =
	KTEST_SUITE("linux_net", common_cases);
const struct ktest_suite linux_pcnet32_suite =
	KTEST_SUITE_OF("linux_pcnet32", cases, &pcnet32);
const struct ktest_suite linux_ne2k_pci_suite =
	KTEST_SUITE_OF("linux_ne2k_pci", cases, &ne2k_pci);
const struct ktest_suite linux_rtl8139_suite =
	KTEST_SUITE_OF("linux_rtl8139", cases, &rtl8139);
