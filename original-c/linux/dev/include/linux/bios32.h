/*
 *	linux/bios32.h: the PCI BIOS's functions; the bus is asked directly.
 */
#ifndef _LINUX_BIOS32_H_
#define _LINUX_BIOS32_H_

#include <linux/pci.h>

#endif /* _LINUX_BIOS32_H_ */
