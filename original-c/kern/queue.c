/*
 *	kern/queue.c: the functions of kern/queue.h.
 */

#include <kern/queue.h>

/*
 *	insque:
 *
 *	Insert an entry behind another, which may be a head.
 */
void
insque(entry, pred)
	queue_entry_t	entry, pred;
{
	entry->next = pred->next;
	entry->prev = pred;
	pred->next->prev = entry;
	pred->next = entry;
}

/*
 *	remque:
 *
 *	Take an entry off its list.  The result is its address, as the old
 *	assembler routine had it.
 */
int
remque(elt)
	queue_entry_t	elt;
{
	elt->next->prev = elt->prev;
	elt->prev->next = elt->next;
	return (int) elt;
}

void
enqueue_head(queue_t que, queue_entry_t elt)
{
	insque(elt, que);
}

void
enqueue_tail(queue_t que, queue_entry_t elt)
{
	insque(elt, que->prev);
}

/*
 *	dequeue_head, dequeue_tail:
 *
 *	Take one end off; null when there is none.
 */
queue_entry_t
dequeue_head(queue_t que)
{
	queue_entry_t	elt = que->next;

	if (elt == que)
		return (queue_entry_t) 0;
	(void) remque(elt);
	return elt;
}

queue_entry_t
dequeue_tail(queue_t que)
{
	queue_entry_t	elt = que->prev;

	if (elt == que)
		return (queue_entry_t) 0;
	(void) remque(elt);
	return elt;
}

/*
 *	remqueue:
 *
 *	Take an entry off a queue that is known; the queue is not needed.
 */
void
remqueue(queue_t que, queue_entry_t elt)
{
	(void) que;
	(void) remque(elt);
}
