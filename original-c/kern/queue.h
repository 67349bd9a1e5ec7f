/*
 *	kern/queue.h: doubly linked circular lists.
 *
 *	Two kinds.  The functions insque and friends link entries whose
 *	chain comes first.  The macros link elements through a chain at any
 *	place: next and prev hold the addresses of *elements*, not of their
 *	chains, and the head is known by its address.  The two kinds do not
 *	mix, unless the chain is the first field.
 */
#ifndef	_KERN_QUEUE_H_
#define	_KERN_QUEUE_H_

#include <kern/macro_help.h>

struct queue_entry {
	struct queue_entry	*next;
	struct queue_entry	*prev;
};

typedef struct queue_entry	*queue_t;
typedef struct queue_entry	queue_head_t;
typedef struct queue_entry	queue_chain_t;
typedef struct queue_entry	*queue_entry_t;

extern void		enqueue_head(queue_t que, queue_entry_t elt);
extern void		enqueue_tail(queue_t que, queue_entry_t elt);
extern queue_entry_t	dequeue_head(queue_t que);
extern queue_entry_t	dequeue_tail(queue_t que);
extern void		remqueue(queue_t que, queue_entry_t elt);
extern void		insque(queue_entry_t entry, queue_entry_t pred);
extern int		remque(queue_entry_t elt);

#define	enqueue(queue, elt)	enqueue_tail(queue, elt)
#define	dequeue(queue)		dequeue_head(queue)

#define	queue_init(q)	\
	MACRO_BEGIN			\
	(q)->next = (q);		\
	(q)->prev = (q);		\
	MACRO_END

#define	queue_first(q)		((q)->next)
#define	queue_next(qc)		((qc)->next)
#define	queue_last(q)		((q)->prev)
#define	queue_prev(qc)		((qc)->prev)
#define	queue_end(q, qe)	((q) == (qe))
#define	queue_empty(q)		queue_end((q), queue_first(q))

/*
 *	The chain of a neighbour: of an element, or the head itself.
 */
#define	queue_chain_of(head, neighbour, type, field)		\
	((head) == (neighbour) ? (head) : &((type) (neighbour))->field)

/*
 *	Add at the tail, at the head, or behind an element.
 */
#define	queue_enter(head, elt, type, field)			\
	MACRO_BEGIN						\
	queue_entry_t	_last = (head)->prev;			\
								\
	(elt)->field.next = (head);				\
	(elt)->field.prev = _last;				\
	queue_chain_of(head, _last, type, field)->next =	\
		(queue_entry_t) (elt);				\
	(head)->prev = (queue_entry_t) (elt);			\
	MACRO_END

#define	queue_enter_first(head, elt, type, field)		\
	MACRO_BEGIN						\
	queue_entry_t	_first = (head)->next;			\
								\
	(elt)->field.next = _first;				\
	(elt)->field.prev = (head);				\
	queue_chain_of(head, _first, type, field)->prev =	\
		(queue_entry_t) (elt);				\
	(head)->next = (queue_entry_t) (elt);			\
	MACRO_END

#define	queue_insert_after(head, elt, pred, type, field)	\
	MACRO_BEGIN						\
	queue_entry_t	_succ = (pred)->field.next;		\
								\
	(elt)->field.next = _succ;				\
	(elt)->field.prev = (queue_entry_t) (pred);		\
	queue_chain_of(head, _succ, type, field)->prev =	\
		(queue_entry_t) (elt);				\
	(pred)->field.next = (queue_entry_t) (elt);		\
	MACRO_END

/*
 *	Remove an element wherever it is, or the first or last one.
 */
#define	queue_remove(head, elt, type, field)			\
	MACRO_BEGIN						\
	queue_entry_t	_next = (elt)->field.next;		\
	queue_entry_t	_prev = (elt)->field.prev;		\
								\
	queue_chain_of(head, _next, type, field)->prev = _prev;	\
	queue_chain_of(head, _prev, type, field)->next = _next;	\
	MACRO_END

#define	queue_remove_first(head, entry, type, field)		\
	MACRO_BEGIN						\
	(entry) = (type) queue_first(head);			\
	queue_remove(head, (entry), type, field);		\
	MACRO_END

#define	queue_remove_last(head, entry, type, field)		\
	MACRO_BEGIN						\
	(entry) = (type) queue_last(head);			\
	queue_remove(head, (entry), type, field);		\
	MACRO_END

#define	queue_iterate(head, elt, type, field)			\
	for ((elt) = (type) queue_first(head);			\
	     !queue_end((head), (queue_entry_t) (elt));		\
	     (elt) = (type) queue_next(&(elt)->field))

#endif	/* _KERN_QUEUE_H_ */
