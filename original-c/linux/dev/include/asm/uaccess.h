/*
 *	asm/uaccess.h: memory of callers; see asm/segment.h.
 */
#ifndef _ASM_UACCESS_H_
#define _ASM_UACCESS_H_

#include <asm/segment.h>

#endif /* _ASM_UACCESS_H_ */
