/*
 *	kern/cpu_number.h: which processor this is.  There is one.
 */
#ifndef	_KERN_CPU_NUMBER_H_
#define	_KERN_CPU_NUMBER_H_

#define	NCPUS		1
#define	cpu_number()	(0)
#define	master_cpu	0

#endif	/* _KERN_CPU_NUMBER_H_ */
