/*
 *	ctype.c: the table behind linux/ctype.h.
 *
 *	GNU range designators keep it readable.  Index 0 stands for -1.
 */
#include <linux/ctype.h>

#define AT(c)	((c) + 1)

const unsigned char linux_ctype[257] = {
	[AT(0)    ... AT(8)]	= _C,
	[AT(9)    ... AT(13)]	= _C | _S,	/* tab to carriage return */
	[AT(14)   ... AT(31)]	= _C,
	[AT(' ')]		= _S | _SP,
	[AT('!')  ... AT('/')]	= _P,
	[AT('0')  ... AT('9')]	= _D,
	[AT(':')  ... AT('@')]	= _P,
	[AT('A')  ... AT('F')]	= _U | _X,
	[AT('G')  ... AT('Z')]	= _U,
	[AT('[')  ... AT('`')]	= _P,
	[AT('a')  ... AT('f')]	= _L | _X,
	[AT('g')  ... AT('z')]	= _L,
	[AT('{')  ... AT('~')]	= _P,
	[AT(127)]		= _C,
	/* Latin-1 is not our business: 128 to 255 have no class. */
};
