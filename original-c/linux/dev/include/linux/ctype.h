/*
 *	linux/ctype.h: classes of characters, by table (linux/dev/lib/ctype.c).
 */
#ifndef _LINUX_CTYPE_H_
#define _LINUX_CTYPE_H_

#define _U	0x01	/* upper case letter */
#define _L	0x02	/* lower case letter */
#define _D	0x04	/* decimal digit */
#define _C	0x08	/* control character */
#define _P	0x10	/* punctuation */
#define _S	0x20	/* white space */
#define _X	0x40	/* letter that is a hexadecimal digit */
#define _SP	0x80	/* the space itself */

/* Entry 0 is for -1 (end of input), so that c may be any char value or -1. */
extern const unsigned char linux_ctype[257];

#define __ctype_class(c)	((linux_ctype + 1)[(int) (c)])

#define isalnum(c)	((__ctype_class(c) & (_U | _L | _D)) != 0)
#define isalpha(c)	((__ctype_class(c) & (_U | _L)) != 0)
#define isdigit(c)	((__ctype_class(c) & _D) != 0)
#define isspace(c)	((__ctype_class(c) & _S) != 0)
#define isupper(c)	((__ctype_class(c) & _U) != 0)
#define islower(c)	((__ctype_class(c) & _L) != 0)
#define isxdigit(c)	((__ctype_class(c) & (_D | _X)) != 0)
#define isprint(c)	((__ctype_class(c) & (_U | _L | _D | _P | _SP)) != 0)

#define toupper(c)	(islower(c) ? (c) - ('a' - 'A') : (c))
#define tolower(c)	(isupper(c) ? (c) + ('a' - 'A') : (c))

#endif /* _LINUX_CTYPE_H_ */
