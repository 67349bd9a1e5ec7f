/*
 *	test_linux_pci.c: the PCI bus.
 */
#include <test/ktest.h>
#include <test/suites_linux.h>

#include <linux/types.h>
#include <linux/pci.h>

#define CLASS_HOST_BRIDGE	0x060000

/*
 *	Is a device found by its make, and by its class, at some index?
 */
static int
is_found(struct pci_dev *dev)
{
	unsigned char bus, devfn;
	int found = 0, n;

	for (n = 0; pcibios_find_device(dev->vendor, dev->device, n, &bus,
					&devfn) == PCIBIOS_SUCCESSFUL; n++)
		found |= bus == dev->bus && devfn == dev->devfn;
	for (n = 0; pcibios_find_class(dev->class, n, &bus, &devfn)
		    == PCIBIOS_SUCCESSFUL; n++)
		found |= (bus == dev->bus && devfn == dev->devfn) << 1;
	return found == 3;
}

/*
 *	Every description agrees with the device's own registers.
 */
static void
list_matches_bus(void)
{
	struct pci_dev *dev;
	unsigned short vendor, device;
	unsigned int both;
	int n = 0;

	if (!pcibios_present()) {
		KTEST_SKIP("no PCI bus");
		return;
	}
	for (dev = pci_devices; dev != NULL; dev = dev->next, n++) {
		(void) pcibios_read_config_word(dev->bus, dev->devfn,
						PCI_VENDOR_ID, &vendor);
		(void) pcibios_read_config_word(dev->bus, dev->devfn,
						PCI_DEVICE_ID, &device);
		(void) pcibios_read_config_dword(dev->bus, dev->devfn,
						 PCI_VENDOR_ID, &both);
		KTEST_EXPECT_EQ(dev->vendor, vendor);
		KTEST_EXPECT_EQ(dev->device, device);
		KTEST_EXPECT_EQ(both, vendor | (unsigned int) device << 16);
		KTEST_EXPECT(pci_find_device(vendor, device) != NULL);
		KTEST_EXPECT(is_found(dev));
	}
	KTEST_EXPECT_EQ(n, pci_device_count);
}

/*
 *	Device 0 of bus 0 connects it to the processor.
 */
static void
host_bridge(void)
{
	if (!pcibios_present()) {
		KTEST_SKIP("no PCI bus");
		return;
	}
	KTEST_EXPECT(pci_devices != NULL);
	if (pci_devices == NULL)
		return;
	KTEST_EXPECT_EQ(pci_devices->devfn, 0);
	KTEST_EXPECT_EQ(pci_devices->class, CLASS_HOST_BRIDGE);
}

static void
odd_registers_are_refused(void)
{
	unsigned short word;
	unsigned int dword;

	KTEST_EXPECT_EQ(pcibios_read_config_word(0, 0, 1, &word),
			PCIBIOS_BAD_REGISTER_NUMBER);
	KTEST_EXPECT_EQ(pcibios_read_config_dword(0, 0, 2, &dword),
			PCIBIOS_BAD_REGISTER_NUMBER);
	KTEST_EXPECT(pci_find_device(0xffff, 0xffff) == NULL);
}

static const struct ktest_case cases[] = {
	{ "list", list_matches_bus },
	{ "host_bridge", host_bridge },
	{ "bad_registers", odd_registers_are_refused },
};

const struct ktest_suite linux_pci_suite = KTEST_SUITE("linux_pci", cases);
