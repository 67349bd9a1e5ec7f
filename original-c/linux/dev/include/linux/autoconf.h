/*
 *	linux/autoconf.h: see linux/config.h.
 */
#ifndef _LINUX_AUTOCONF_H_
#define _LINUX_AUTOCONF_H_

#include <linux/config.h>

#endif /* _LINUX_AUTOCONF_H_ */
