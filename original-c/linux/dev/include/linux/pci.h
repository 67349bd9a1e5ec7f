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
#define   PCI_COMMAND_MEMORY	0x0002	/* answer at its memory */
#define   PCI_COMMAND_MASTER	0x0004	/* reach for memory by itself */
#define   PCI_COMMAND_INVALIDATE 0x0010
#define PCI_STATUS		0x06	/* 16 bits */
#define PCI_CLASS_REVISION	0x08	/* class in the upper 24 bits */
#define PCI_REVISION_ID		0x08	/* 8 bits */
#define PCI_CLASS_PROG		0x09	/* 8 bits: interface of the class */
#define PCI_CLASS_DEVICE	0x0a	/* 16 bits: class without interface */
#define PCI_CACHE_LINE_SIZE	0x0c	/* 8 bits */
#define PCI_LATENCY_TIMER	0x0d	/* 8 bits */
#define PCI_HEADER_TYPE		0x0e	/* 8 bits; bit 7: several functions */
#define PCI_BIST		0x0f	/* 8 bits */
#define PCI_BASE_ADDRESS_0	0x10
#define PCI_BASE_ADDRESS_1	0x14
#define PCI_BASE_ADDRESS_2	0x18
#define PCI_BASE_ADDRESS_3	0x1c
#define PCI_BASE_ADDRESS_4	0x20
#define PCI_BASE_ADDRESS_5	0x24
#define   PCI_BASE_ADDRESS_SPACE	0x01
#define   PCI_BASE_ADDRESS_SPACE_IO	0x01	/* bit 0: I/O ports */
#define   PCI_BASE_ADDRESS_SPACE_MEMORY	0x00
#define   PCI_BASE_ADDRESS_IO_MASK	(~0x03U)
#define   PCI_BASE_ADDRESS_MEM_MASK	(~0x0fU)
#define PCI_ROM_ADDRESS		0x30
#define PCI_INTERRUPT_LINE	0x3c	/* 8 bits */
#define PCI_INTERRUPT_PIN	0x3d	/* 8 bits */
#define PCI_MIN_GNT		0x3e	/* 8 bits */
#define PCI_MAX_LAT		0x3f	/* 8 bits */

/* Classes, without and with the interface. */
#define PCI_CLASS_STORAGE_SCSI	0x0100
#define PCI_CLASS_STORAGE_IDE	0x0101
#define PCI_CLASS_NETWORK_ETHERNET 0x0200

/* Makers and their devices. */
#define PCI_VENDOR_ID_AMD		0x1022
#define PCI_DEVICE_ID_AMD_LANCE		0x2000
#define PCI_DEVICE_ID_AMD_SCSI		0x2020
#define PCI_VENDOR_ID_REALTEK		0x10ec
#define PCI_DEVICE_ID_REALTEK_8029	0x8029
#define PCI_DEVICE_ID_REALTEK_8139	0x8139
#define PCI_VENDOR_ID_NCR		0x1000
#define PCI_VENDOR_ID_SI		0x1039
#define PCI_VENDOR_ID_HP		0x103c
#define PCI_DEVICE_ID_HP_J2585A		0x1030
#define PCI_DEVICE_ID_HP_J2585B		0x1031
#define PCI_VENDOR_ID_BUSLOGIC		0x104b
#define PCI_DEVICE_ID_BUSLOGIC_MULTIMASTER_NC 0x0140
#define PCI_DEVICE_ID_BUSLOGIC_MULTIMASTER 0x1040
#define PCI_DEVICE_ID_BUSLOGIC_FLASHPOINT 0x8130
#define PCI_VENDOR_ID_WINBOND2		0x1050
#define PCI_DEVICE_ID_WINBOND2_89C940	0x0940
#define PCI_VENDOR_ID_SURECOM		0x10bd
#define PCI_DEVICE_ID_SURECOM_NE34	0x0e34
#define PCI_VENDOR_ID_VIA		0x1106
#define PCI_DEVICE_ID_VIA_82C926	0x0926
#define PCI_VENDOR_ID_COMPEX		0x11f6
#define PCI_DEVICE_ID_COMPEX_RL2000	0x1401
#define PCI_VENDOR_ID_NETVIN		0x4a14
#define PCI_DEVICE_ID_NETVIN_NV5000SC	0x5000
#define PCI_VENDOR_ID_KTI		0x8e2e
#define PCI_DEVICE_ID_KTI_ET32P2	0x3000
#define PCI_VENDOR_ID_INTEL		0x8086
#define PCI_DEVICE_ID_INTEL_82371_0	0x122e
#define PCI_DEVICE_ID_INTEL_82371_1	0x1230
#define PCI_DEVICE_ID_INTEL_82371SB_0	0x7000
#define PCI_DEVICE_ID_INTEL_82371SB_1	0x7010
#define PCI_DEVICE_ID_INTEL_82371AB	0x7111

#define PCI_DEVFN(slot, func)	((((slot) & 0x1f) << 3) | ((func) & 0x07))
#define PCI_SLOT(devfn)		(((devfn) >> 3) & 0x1f)
#define PCI_FUNC(devfn)		((devfn) & 0x07)

/* Results of the pcibios functions. */
#define PCIBIOS_SUCCESSFUL		0x00
#define PCIBIOS_FUNC_NOT_SUPPORTED	0x81
#define PCIBIOS_BAD_VENDOR_ID		0x83
#define PCIBIOS_DEVICE_NOT_FOUND	0x86
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
extern unsigned long pci_enable_ports(struct pci_dev *dev,
				      unsigned char where);

extern int pcibios_find_device(unsigned short vendor, unsigned short device,
			       unsigned short index, unsigned char *bus,
			       unsigned char *devfn);
extern int pcibios_find_class(unsigned int class, unsigned short index,
			      unsigned char *bus, unsigned char *devfn);
extern const char *pcibios_strerror(int error);

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
