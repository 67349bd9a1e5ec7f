/*
 *	linux/sockios.h: what is asked of network devices; see linux/if.h.
 */
#ifndef _LINUX_SOCKIOS_H_
#define _LINUX_SOCKIOS_H_

#include <linux/if.h>

#endif /* _LINUX_SOCKIOS_H_ */
