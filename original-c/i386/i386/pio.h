/*
 *	i386/pio.h: the I/O ports.  Mach's macros name the port first.
 */
#ifndef	_I386_PIO_H_
#define	_I386_PIO_H_

#define	inb(port)	\
	({ unsigned char _v; \
	   __asm__ volatile ("inb %w1, %b0" : "=a" (_v) : "Nd" ((unsigned short) (port))); \
	   _v; })
#define	inw(port)	\
	({ unsigned short _v; \
	   __asm__ volatile ("inw %w1, %w0" : "=a" (_v) : "Nd" ((unsigned short) (port))); \
	   _v; })
#define	outb(port, data)	\
	({ __asm__ volatile ("outb %b0, %w1" \
			     : : "a" ((unsigned char) (data)), "Nd" ((unsigned short) (port))); })
#define	outw(port, data)	\
	({ __asm__ volatile ("outw %w0, %w1" \
			     : : "a" ((unsigned short) (data)), "Nd" ((unsigned short) (port))); })

#endif	/* _I386_PIO_H_ */
