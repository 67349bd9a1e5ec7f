/*
 *	linux/init.h: functions that are needed at start-up only, and stay here.
 */
#ifndef _LINUX_INIT_H_
#define _LINUX_INIT_H_

#define __init
#define __initdata
#define __initfunc(function)	function

#endif /* _LINUX_INIT_H_ */
