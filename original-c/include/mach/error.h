/*
 *	mach/error.h: error words: system in 6 bits, subsystem in 12, code in 14.
 */
#ifndef	_MACH_ERROR_H_
#define	_MACH_ERROR_H_

#include <mach/kern_return.h>

typedef kern_return_t	mach_error_t;

#define	err_system(x)		(((x) & 0x3f) << 26)
#define	err_sub(x)		(((x) & 0xfff) << 14)
#define	err_get_system(err)	(((err) >> 26) & 0x3f)
#define	err_get_sub(err)	(((err) >> 14) & 0xfff)
#define	err_get_code(err)	((err) & 0x3fff)

#endif	/* _MACH_ERROR_H_ */
