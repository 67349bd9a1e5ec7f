/* Inline assembly becomes functions of the .asm.S file. */
static inline unsigned char inb(unsigned short port)
{
	unsigned char value;
	__asm__ volatile("inb %1, %0" : "=a" (value) : "Nd" (port));
	return value;
}

static inline void outb(unsigned short port, unsigned char value)
{
	__asm__ volatile("outb %0, %1" : : "a" (value), "Nd" (port));
}

static inline unsigned int flags(void)
{
	unsigned int value;
	__asm__ volatile("pushfl\n\tpopl %0" : "=r" (value) : : "memory");
	return value;
}

void barrier(void) { __asm__ volatile("" : : : "memory"); }

unsigned int probe(unsigned short port)
{
	outb(port, 0x42);
	return inb(port + 1) | flags();
}
