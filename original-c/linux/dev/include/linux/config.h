/*
 *	linux/config.h: which drivers there are: the Makefile's matter here.
 */
#ifndef _LINUX_CONFIG_H_
#define _LINUX_CONFIG_H_


#endif /* _LINUX_CONFIG_H_ */
