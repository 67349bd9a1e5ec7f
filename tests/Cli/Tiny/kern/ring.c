#include "tiny.h"

/* How many more characters there is room for. */
unsigned int
ring_room(const struct ring *r)
{
	return RING_SIZE - (r->head - r->tail);
}

int
ring_put(struct ring *r, char c)
{
	if (ring_room(r) == 0)
		return 0;
	r->data[r->head++ % RING_SIZE] = c;
	return 1;
}

/* The oldest character, or -1. */
int
ring_get(struct ring *r)
{
	if (r->head == r->tail)
		return -1;
	return (unsigned char)r->data[r->tail++ % RING_SIZE];
}
