#ifndef TINY_H
#define TINY_H

#define RING_SIZE	8
#define COM1		0x3f8

typedef unsigned int size_t;

/* A queue of characters; the counters run on for ever. */
struct ring {
	unsigned int	head;
	unsigned int	tail;
	char		data[RING_SIZE];
};

extern const char motd[], motd_end[];

int	ring_put(struct ring *r, char c);
int	ring_get(struct ring *r);
unsigned int ring_room(const struct ring *r);

size_t	strlen(const char *s);
unsigned int checksum(const void *data, size_t size);

void	serial_init(void);
void	serial_write(char c);
int	printf(const char *format, ...);
unsigned int total(unsigned int first, ...);

static inline void
outb(unsigned short port, unsigned char value)
{
	asm volatile("outb %0, %1" : : "a" (value), "Nd" (port));
}

static inline unsigned char
inb(unsigned short port)
{
	unsigned char value;

	asm volatile("inb %1, %0" : "=a" (value) : "Nd" (port));
	return value;
}

#endif
