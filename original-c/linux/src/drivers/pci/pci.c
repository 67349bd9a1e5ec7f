/*
 *	pci.c: the PCI bus: configuration space and what sits on bus 0.
 *
 *	Configuration mechanism 1 of the PCI specification: the address of a
 *	register goes to port 0xcf8, its contents are at 0xcfc.  Devices behind
 *	bridges are not looked for.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/pci.h>
#include <asm/io.h>
#include <asm/system.h>

#define PCI_CONFIG_ADDRESS	0xcf8
#define PCI_CONFIG_DATA		0xcfc
#define PCI_CONFIG_ENABLE	0x80000000U

#define PCI_SLOTS	32
#define PCI_FUNCTIONS	8

struct pci_dev *pci_devices;
int pci_device_count;
static int pci_present;

/*
 *	The address register's layout, from the lowest bit up.
 */
union config_address {
	unsigned int word;
	struct {
		unsigned int zero : 2;
		unsigned int reg : 6;	/* in units of 4 bytes */
		unsigned int devfn : 8;
		unsigned int bus : 8;
		unsigned int reserved : 7;
		unsigned int enable : 1;
	} f;
};

/*
 *	The address register's value for a register.
 */
static unsigned int
config_word(unsigned char bus, unsigned char devfn, unsigned char where)
{
	union config_address address = { .word = 0 };

	address.f.reg = where >> 2;
	address.f.devfn = devfn;
	address.f.bus = bus;
	address.f.enable = 1;
	return address.word;
}

/*
 *	The aligned word of the configuration space that a register is in.
 */
static unsigned int
read_config(unsigned char bus, unsigned char devfn, unsigned char where)
{
	unsigned long flags;
	unsigned int value;

	save_flags(flags);
	cli();
	outl(config_word(bus, devfn, where), PCI_CONFIG_ADDRESS);
	value = inl(PCI_CONFIG_DATA);
	restore_flags(flags);
	return value;
}

/*
 *	The three widths in which a register may be read.  Only aligned ones are
 *	accepted: the bus moves words of 4 bytes.
 */
int
pcibios_read_config_byte(unsigned char bus, unsigned char devfn,
			 unsigned char where, unsigned char *val)
{
	*val = read_config(bus, devfn, where) >> (8 * (where & 3));
	return PCIBIOS_SUCCESSFUL;
}

int
pcibios_read_config_word(unsigned char bus, unsigned char devfn,
			 unsigned char where, unsigned short *val)
{
	if (where & 1)
		return PCIBIOS_BAD_REGISTER_NUMBER;
	*val = read_config(bus, devfn, where) >> (8 * (where & 2));
	return PCIBIOS_SUCCESSFUL;
}

int
pcibios_read_config_dword(unsigned char bus, unsigned char devfn,
			  unsigned char where, unsigned int *val)
{
	if (where & 3)
		return PCIBIOS_BAD_REGISTER_NUMBER;
	*val = read_config(bus, devfn, where);
	return PCIBIOS_SUCCESSFUL;
}

/*
 *	The same for writing.  The bytes beside the register are not written: some
 *	lose what they hold by it.
 */
int
pcibios_write_config_byte(unsigned char bus, unsigned char devfn,
			  unsigned char where, unsigned char val)
{
	unsigned long flags;

	save_flags(flags);
	cli();
	outl(config_word(bus, devfn, where), PCI_CONFIG_ADDRESS);
	outb(val, PCI_CONFIG_DATA + (where & 3));
	restore_flags(flags);
	return PCIBIOS_SUCCESSFUL;
}

int
pcibios_write_config_word(unsigned char bus, unsigned char devfn,
			  unsigned char where, unsigned short val)
{
	unsigned long flags;

	if (where & 1)
		return PCIBIOS_BAD_REGISTER_NUMBER;
	save_flags(flags);
	cli();
	outl(config_word(bus, devfn, where), PCI_CONFIG_ADDRESS);
	outw(val, PCI_CONFIG_DATA + (where & 2));
	restore_flags(flags);
	return PCIBIOS_SUCCESSFUL;
}

int
pcibios_write_config_dword(unsigned char bus, unsigned char devfn,
			   unsigned char where, unsigned int val)
{
	unsigned long flags;

	if (where & 3)
		return PCIBIOS_BAD_REGISTER_NUMBER;
	save_flags(flags);
	cli();
	outl(config_word(bus, devfn, where), PCI_CONFIG_ADDRESS);
	outl(val, PCI_CONFIG_DATA);
	restore_flags(flags);
	return PCIBIOS_SUCCESSFUL;
}

/*
 *	True if there is a PCI bus.
 */
int
pcibios_present(void)
{
	return pci_present;
}

/*
 *	Does the address register of mechanism 1 hold what is written to it?
 */
static int
probe_mechanism_1(void)
{
	unsigned int saved = inl(PCI_CONFIG_ADDRESS), answer;

	outl(PCI_CONFIG_ENABLE, PCI_CONFIG_ADDRESS);
	answer = inl(PCI_CONFIG_ADDRESS);
	outl(saved, PCI_CONFIG_ADDRESS);
	return answer == PCI_CONFIG_ENABLE;
}

/*
 *	Describe a function, if one is there, in memory from *mem_start on.
 *	Returns its description or null.
 */
static struct pci_dev *
scan_function(unsigned char devfn, unsigned long *mem_start,
	      unsigned long mem_end)
{
	struct pci_dev *dev;
	unsigned short vendor;
	unsigned int class;

	(void) pcibios_read_config_word(0, devfn, PCI_VENDOR_ID, &vendor);
	if (vendor == 0xffff || vendor == 0)
		return NULL;
	if (*mem_start + sizeof *dev > mem_end) {
		printk(KERN_WARNING "pci: no memory for more devices\n");
		return NULL;
	}
	dev = (struct pci_dev *) *mem_start;
	*mem_start += sizeof *dev;

	dev->next = NULL;
	dev->bus = 0;
	dev->devfn = devfn;
	dev->vendor = vendor;
	(void) pcibios_read_config_word(0, devfn, PCI_DEVICE_ID, &dev->device);
	(void) pcibios_read_config_dword(0, devfn, PCI_CLASS_REVISION, &class);
	dev->class = class >> 8;
	(void) pcibios_read_config_byte(0, devfn, PCI_INTERRUPT_LINE,
					&dev->irq);
	return dev;
}

/*
 *	Find the devices of bus 0.  Their descriptions are laid one after the
 *	other from mem_start on; returns the end of what is used.
 */
unsigned long
pci_init(unsigned long mem_start, unsigned long mem_end)
{
	struct pci_dev *dev, **tail = &pci_devices;
	unsigned char header;
	int slot, func;

	pci_present = probe_mechanism_1();
	if (!pci_present) {
		printk(KERN_INFO "pci: no bus\n");
		return mem_start;
	}
	for (slot = 0; slot < PCI_SLOTS; slot++) {
		for (func = 0; func < PCI_FUNCTIONS; func++) {
			dev = scan_function(PCI_DEVFN(slot, func), &mem_start,
					    mem_end);
			if (dev != NULL) {
				*tail = dev;
				tail = &dev->next;
				pci_device_count++;
			}
			/* A device with one function may answer for all 8. */
			(void) pcibios_read_config_byte(0,
							PCI_DEVFN(slot, 0),
							PCI_HEADER_TYPE,
							&header);
			if (func == 0 && (dev == NULL || !(header & 0x80)))
				break;
		}
	}
	printk(KERN_INFO "pci: %d functions on bus 0\n", pci_device_count);
	return mem_start;
}

/*
 *	Let a device answer at the I/O ports that one of its base registers
 *	names, and reach for memory.  Returns the first port; 0 if the register
 *	names none.
 */
unsigned long
pci_enable_ports(struct pci_dev *dev, unsigned char where)
{
	unsigned short command;
	unsigned int base;

	(void) pcibios_read_config_dword(dev->bus, dev->devfn, where, &base);
	if (!(base & PCI_BASE_ADDRESS_SPACE_IO))
		return 0;
	(void) pcibios_read_config_word(dev->bus, dev->devfn, PCI_COMMAND,
					&command);
	(void) pcibios_write_config_word(dev->bus, dev->devfn, PCI_COMMAND,
					 command | PCI_COMMAND_IO
					 | PCI_COMMAND_MASTER);
	return base & PCI_BASE_ADDRESS_IO_MASK;
}

/*
 *	First device of a make, or null.
 */
struct pci_dev *
pci_find_device(unsigned int vendor, unsigned int device)
{
	struct pci_dev *dev;

	for (dev = pci_devices; dev != NULL; dev = dev->next)
		if (dev->vendor == vendor && dev->device == device)
			break;
	return dev;
}

/*
 *	The index-th device of a make, or of a class; where it is.
 */
int
pcibios_find_device(unsigned short vendor, unsigned short device,
		    unsigned short index, unsigned char *bus,
		    unsigned char *devfn)
{
	struct pci_dev *dev;

	for (dev = pci_devices; dev != NULL; dev = dev->next)
		if (dev->vendor == vendor && dev->device == device
		    && index-- == 0) {
			*bus = dev->bus;
			*devfn = dev->devfn;
			return PCIBIOS_SUCCESSFUL;
		}
	return PCIBIOS_DEVICE_NOT_FOUND;
}

int
pcibios_find_class(unsigned int class, unsigned short index,
		   unsigned char *bus, unsigned char *devfn)
{
	struct pci_dev *dev;

	for (dev = pci_devices; dev != NULL; dev = dev->next)
		if (dev->class == class && index-- == 0) {
			*bus = dev->bus;
			*devfn = dev->devfn;
			return PCIBIOS_SUCCESSFUL;
		}
	return PCIBIOS_DEVICE_NOT_FOUND;
}

/*
 *	A result of these functions, for a message.
 */
const char *
pcibios_strerror(int error)
{
	switch (error) {
	case PCIBIOS_SUCCESSFUL:
		return "SUCCESSFUL";
	case PCIBIOS_FUNC_NOT_SUPPORTED:
		return "FUNC_NOT_SUPPORTED";
	case PCIBIOS_BAD_VENDOR_ID:
		return "SET_BAD_VENDOR_ID";
	case PCIBIOS_DEVICE_NOT_FOUND:
		return "DEVICE_NOT_FOUND";
	case PCIBIOS_BAD_REGISTER_NUMBER:
		return "BAD_REGISTER_NUMBER";
	default:
		return "UNKNOWN ERROR";
	}
}
