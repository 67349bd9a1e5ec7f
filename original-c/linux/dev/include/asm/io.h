/*
 *	asm/io.h: I/O ports and bus addresses.
 *
 *	Linux writes outb(value, port); Mach's macros of the same names take the
 *	port first.  No file may include both.
 */
#ifndef _ASM_IO_H_
#define _ASM_IO_H_

#include <mach/vm_param.h>

static inline void
outb(unsigned char value, unsigned short port)
{
	__asm__ __volatile__ ("outb %b0, %w1" : : "a" (value), "Nd" (port));
}

static inline unsigned char
inb(unsigned short port)
{
	unsigned char value;

	__asm__ __volatile__ ("inb %w1, %b0" : "=a" (value) : "Nd" (port));
	return value;
}

static inline void
outw(unsigned short value, unsigned short port)
{
	__asm__ __volatile__ ("outw %w0, %w1" : : "a" (value), "Nd" (port));
}

static inline unsigned short
inw(unsigned short port)
{
	unsigned short value;

	__asm__ __volatile__ ("inw %w1, %w0" : "=a" (value) : "Nd" (port));
	return value;
}

static inline void
outl(unsigned int value, unsigned short port)
{
	__asm__ __volatile__ ("outl %0, %w1" : : "a" (value), "Nd" (port));
}

static inline unsigned int
inl(unsigned short port)
{
	unsigned int value;

	__asm__ __volatile__ ("inl %w1, %0" : "=a" (value) : "Nd" (port));
	return value;
}

/* Many of one port, from or to memory that is in order. */
static inline void
insb(unsigned short port, void *to, unsigned long count)
{
	__asm__ __volatile__ ("cld; rep; insb"
			      : "+D" (to), "+c" (count) : "d" (port)
			      : "memory");
}

static inline void
insw(unsigned short port, void *to, unsigned long count)
{
	__asm__ __volatile__ ("cld; rep; insw"
			      : "+D" (to), "+c" (count) : "d" (port)
			      : "memory");
}

static inline void
insl(unsigned short port, void *to, unsigned long count)
{
	__asm__ __volatile__ ("cld; rep; insl"
			      : "+D" (to), "+c" (count) : "d" (port)
			      : "memory");
}

static inline void
outsb(unsigned short port, const void *from, unsigned long count)
{
	__asm__ __volatile__ ("cld; rep; outsb"
			      : "+S" (from), "+c" (count) : "d" (port)
			      : "memory");
}

static inline void
outsw(unsigned short port, const void *from, unsigned long count)
{
	__asm__ __volatile__ ("cld; rep; outsw"
			      : "+S" (from), "+c" (count) : "d" (port)
			      : "memory");
}

static inline void
outsl(unsigned short port, const void *from, unsigned long count)
{
	__asm__ __volatile__ ("cld; rep; outsl"
			      : "+S" (from), "+c" (count) : "d" (port)
			      : "memory");
}

/* Old chips need a pause between accesses: a write to the port of the
   power-on diagnostics takes about a microsecond and does nothing. */
#define SLOW_DOWN_IO	outb(0, 0x80)

static inline void
outb_p(unsigned char value, unsigned short port)
{
	outb(value, port);
	SLOW_DOWN_IO;
}

static inline unsigned char
inb_p(unsigned short port)
{
	unsigned char value = inb(port);

	SLOW_DOWN_IO;
	return value;
}

static inline void
outw_p(unsigned short value, unsigned short port)
{
	outw(value, port);
	SLOW_DOWN_IO;
}

static inline unsigned short
inw_p(unsigned short port)
{
	unsigned short value = inw(port);

	SLOW_DOWN_IO;
	return value;
}

static inline void
outl_p(unsigned int value, unsigned short port)
{
	outl(value, port);
	SLOW_DOWN_IO;
}

static inline unsigned int
inl_p(unsigned short port)
{
	unsigned int value = inl(port);

	SLOW_DOWN_IO;
	return value;
}

/* Memory of a card, where it is mapped. */
#define readb(a)	(*(volatile unsigned char *) (a))
#define readw(a)	(*(volatile unsigned short *) (a))
#define readl(a)	(*(volatile unsigned int *) (a))
#define writeb(v, a)	((void) (*(volatile unsigned char *) (a) = (v)))
#define writew(v, a)	((void) (*(volatile unsigned short *) (a) = (v)))
#define writel(v, a)	((void) (*(volatile unsigned int *) (a) = (v)))
#define memset_io(a, b, c)	memset((void *) (a), (b), (c))
#define memcpy_fromio(a, b, c)	memcpy((a), (void *) (b), (c))
#define memcpy_toio(a, b, c)	memcpy((void *) (a), (b), (c))

/*
 *	Direct-mapped kernel memory to physical and back.  On a PC the bus sees
 *	physical addresses.
 */
static inline unsigned long
virt_to_phys(volatile void *address)
{
	return (unsigned long) _kvtophys((vm_offset_t) address);
}

static inline void *
phys_to_virt(unsigned long address)
{
	return (void *) phystokv(address);
}

#define virt_to_bus	virt_to_phys
#define bus_to_virt	phys_to_virt

#endif /* _ASM_IO_H_ */
