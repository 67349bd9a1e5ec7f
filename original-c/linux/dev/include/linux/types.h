/*
 *	linux/types.h: the integer types that the Linux drivers name.
 *
 *	Mach has its own names for most of these; both sets live side by
 *	side, because a driver is carried over with as few edits as possible.
 */
#ifndef _LINUX_TYPES_H_
#define _LINUX_TYPES_H_

#include <stddef.h>

/* Exact sizes.  The double underscore forms are for structures that user
   programs see, the short ones for the kernel alone. */
typedef signed char		__s8;
typedef unsigned char		__u8;
typedef signed short		__s16;
typedef unsigned short		__u16;
typedef signed int		__s32;
typedef unsigned int		__u32;
typedef signed long long	__s64;
typedef unsigned long long	__u64;

typedef __s8	s8;
typedef __u8	u8;
typedef __s16	s16;
typedef __u16	u16;
typedef __s32	s32;
typedef __u32	u32;
typedef __s64	s64;
typedef __u64	u64;

/* A device: the major number in the high byte, the minor in the low. */
typedef unsigned short	kdev_t;

typedef unsigned short	umode_t;
typedef long		loff_t;
typedef long		off_t;
typedef int		pid_t;
typedef long		time_t;
typedef unsigned int	uid_t;
typedef int		ssize_t;
typedef unsigned short	dev_t;

typedef unsigned char	u_char;
typedef unsigned short	u_short;
typedef unsigned int	u_int;
typedef unsigned long	u_long;
typedef unsigned short	ushort;
typedef unsigned int	uint;
typedef unsigned long	ulong;
typedef unsigned char	unchar;
typedef char *		caddr_t;

#define NODEV			0
#define MKDEV(major, minor)	((kdev_t) (((major) << 8) | (minor)))
#define MAJOR(dev)		((unsigned int) (dev) >> 8)
#define MINOR(dev)		((unsigned int) (dev) & 0xff)

#endif /* _LINUX_TYPES_H_ */
