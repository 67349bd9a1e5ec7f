/*
 *	i386/vm_param.h: the machine's part of vm_param.h under its old name.
 */
#include <mach/machine/vm_param.h>
