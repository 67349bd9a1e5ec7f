#include "tiny.h"

static struct ring ring;
static struct ring saved;
unsigned long long ticks = 10000000000ULL;

/* As many as fit. */
static int
fill(struct ring *r, const char *s)
{
	int n = 0;

	while (*s && ring_put(r, *s++))
		n++;
	return n;
}

static void
drain(struct ring *r)
{
	int c;

	while ((c = ring_get(r)) >= 0)
		serial_write(c);
	serial_write('\n');
}

void
kmain(void)
{
	serial_init();
	printf("%s\n", motd);
	printf("motd: %u bytes, checksum %x\n", motd_end - motd, checksum(motd, motd_end - motd));
	printf("ring: %u of 10 characters fit\n", fill(&ring, "0123456789"));
	saved = ring;
	drain(&ring);
	printf("ring: room for %u\n", ring_room(&saved));
	drain(&saved);
	ticks /= 3;
	printf("ticks: %U, %U left\n", ticks, ticks % 1000);
	printf("total: %u\n", total(1, 20, 300, 0));
	printf("tiny: done\n");
}
