/*
 *	asm/unaligned.h: words at any address: the processor reads them.
 */
#ifndef _ASM_UNALIGNED_H_
#define _ASM_UNALIGNED_H_

#define get_unaligned(p)	(*(p))
#define put_unaligned(v, p)	((void) (*(p) = (v)))

#endif /* _ASM_UNALIGNED_H_ */
