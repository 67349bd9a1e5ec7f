/*
 *	linux/in.h: numbers of the Internet protocols that drivers name.
 */
#ifndef _LINUX_IN_H_
#define _LINUX_IN_H_

#define IPPROTO_IP	0
#define IPPROTO_ICMP	1
#define IPPROTO_TCP	6
#define IPPROTO_UDP	17

#endif /* _LINUX_IN_H_ */
