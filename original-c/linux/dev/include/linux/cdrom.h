/*
 *	linux/cdrom.h: compact discs, as far as drivers of disks name them.
 */
#ifndef _LINUX_CDROM_H_
#define _LINUX_CDROM_H_

#define CDROMEJECT	0x5309

#endif /* _LINUX_CDROM_H_ */
