/*
 *	linux/utsname.h: the system's names.
 */
#ifndef _LINUX_UTSNAME_H_
#define _LINUX_UTSNAME_H_

struct new_utsname {
	char sysname[65];
	char nodename[65];
	char release[65];
	char version[65];
	char machine[65];
	char domainname[65];
};

extern struct new_utsname system_utsname;

#endif /* _LINUX_UTSNAME_H_ */
