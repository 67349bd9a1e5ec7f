/*
 *	linux/ioport.h: who uses which I/O ports.
 */
#ifndef _LINUX_IOPORT_H_
#define _LINUX_IOPORT_H_

extern int check_region(unsigned int from, unsigned int extent);
extern void request_region(unsigned int from, unsigned int extent,
			   const char *name);
extern void release_region(unsigned int from, unsigned int extent);

#endif /* _LINUX_IOPORT_H_ */
