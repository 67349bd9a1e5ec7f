/*
 *	kern/kern_types.h: names for pointers to structures that most of
 *	the kernel need not look into.
 */
#ifndef	_KERN_KERN_TYPES_H_
#define	_KERN_KERN_TYPES_H_

typedef struct task	*task_t;
typedef struct thread	*thread_t;

#endif	/* _KERN_KERN_TYPES_H_ */
