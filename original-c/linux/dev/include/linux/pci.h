/*
 *	linux/pci.h: the configuration space of PCI devices, and the list of
 *	those that pci_init found.
 */
#ifndef _LINUX_PCI_H_
#define _LINUX_PCI_H_

#include <linux/types.h>

/* Offsets in the configuration space. */
#define PCI_VENDOR_ID		0x00	/* 16 bits; 0xffff where nothing answers */
#define PCI_DEVICE_ID		0x02	/* 16 bits */
#define PCI_COMMAND		0x04	/* 16 bits */
#define   PCI_COMMAND_IO	0x0001	/* answer at its I/O ports */
#define   PCI_COMMAND_MASTER	0x0004	/* reach for memory by itself */
#define PCI_CLASS_REVISION	0x08	/* class in the upper 24 bits */
#define PCI_HEADER_TYPE		0x0e	/* 8 bits; bit 7: several functions */
#define PCI_BASE_ADDRESS_0	0x10
#define   PCI_BASE_ADDRESS_SPACE_IO	0x01	/* bit 0: I/O ports */
#define   PCI_BASE_ADDRESS_IO_MASK	(~0x03U)
#define PCI_INTERRUPT_LINE	0x3c	/* 8 bits */

#define PCI_DEVFN(slot, func)	((((slot) & 0x1f) << 3) | ((func) & 0x07))
#define PCI_SLOT(devfn)		(((devfn) >> 3) & 0x1f)
#define PCI_FUNC(devfn)		((devfn) & 0x07)

/* Results of the pcibios functions. */
#define PCIBIOS_SUCCESSFUL		0x00
#define PCIBIOS_BAD_REGISTER_NUMBER	0x87

/* One function of one device. */
struct pci_dev {
	struct pci_dev *next;		/* in the order they were found */
	unsigned char bus;
	unsigned char devfn;
	unsigned short vendor;
	unsigned short device;
	unsigned int class;		/* 3 bytes: base, sub, interface */
	unsigned char irq;
};

extern struct pci_dev *pci_devices;
extern int pci_device_count;

extern unsigned long pci_init(unsigned long mem_start, unsigned long mem_end);
extern int pcibios_present(void);
extern struct pci_dev *pci_find_device(unsigned int vendor,
				       unsigned int device);

extern int pcibios_read_config_byte(unsigned char bus, unsigned char devfn,
				    unsigned char where, unsigned char *val);
extern int pcibios_read_config_word(unsigned char bus, unsigned char devfn,
				    unsigned char where, unsigned short *val);
extern int pcibios_read_config_dword(unsigned char bus, unsigned char devfn,
				     unsigned char where, unsigned int *val);

extern int pcibios_write_config_byte(unsigned char bus, unsigned char devfn,
				     unsigned char where, unsigned char val);
extern int pcibios_write_config_word(unsigned char bus, unsigned char devfn,
				     unsigned char where, unsigned short val);
extern int pcibios_write_config_dword(unsigned char bus, unsigned char devfn,
				      unsigned char where, unsigned int val);

#endif /* _LINUX_PCI_H_ */
