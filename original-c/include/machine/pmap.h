/*
 *	machine/pmap.h: this machine's address maps.
 */
#include <i386/intel/pmap.h>
