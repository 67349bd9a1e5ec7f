/*
 *	linux/modversions.h: versions of symbols, which only modules need.
 */
#ifndef _LINUX_MODVERSIONS_H_
#define _LINUX_MODVERSIONS_H_


#endif /* _LINUX_MODVERSIONS_H_ */
