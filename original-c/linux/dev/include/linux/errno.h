/*
 *	linux/errno.h: error numbers.  Drivers return them negated; the glue
 *	turns them into Mach's kern_return_t at its upper edge.
 */
#ifndef _LINUX_ERRNO_H_
#define _LINUX_ERRNO_H_

#define EPERM		1
#define ENOENT		2
#define EINTR		4
#define EIO		5
#define ENXIO		6
#define ESRCH		3
#define EAGAIN		11
#define ENOMEM		12
#define EFAULT		14
#define EBUSY		16
#define ENODEV		19
#define EINVAL		22
#define ENOSPC		28
#define EROFS		30
#define EOPNOTSUPP	95
#define ETIMEDOUT	110
#define ENOSYS		38
#define EADDRNOTAVAIL	99

#endif /* _LINUX_ERRNO_H_ */
