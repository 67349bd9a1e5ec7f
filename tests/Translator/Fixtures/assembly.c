/* Inline assembly becomes methods that are expanded where they are called. */
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

/* Ways out of assembly: labels and flags. */
int direction(int x)
{
	__asm__ goto("testl %0, %0\n\tjs %l[down]\n\tjz %l[level]" : : "r" (x) : "cc" : down, level);
	return 1;
level:
	return 0;
down:
	return -1;
}

int is_bit_set(unsigned int word, int bit)
{
	int set;

	__asm__("btl %2, %1" : "=@ccc" (set) : "r" (word), "r" (bit));
	__asm__ goto("jecxz %l1" : : "c" (word) : : empty);
	return set;
empty:
	return -1;
}
