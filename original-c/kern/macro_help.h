/*
 *	kern/macro_help.h: macros that are statements.
 */
#ifndef	_KERN_MACRO_HELP_H_
#define	_KERN_MACRO_HELP_H_

#define	MACRO_BEGIN	do {
#define	MACRO_END	} while (0)

#endif	/* _KERN_MACRO_HELP_H_ */
