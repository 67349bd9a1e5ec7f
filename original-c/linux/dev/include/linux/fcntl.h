/*
 *	linux/fcntl.h: how a file is opened.
 */
#ifndef _LINUX_FCNTL_H_
#define _LINUX_FCNTL_H_

#define O_ACCMODE	0003
#define O_RDONLY	00
#define O_WRONLY	01
#define O_RDWR		02
#define O_NDELAY	04000
#define O_NONBLOCK	O_NDELAY

#endif /* _LINUX_FCNTL_H_ */
