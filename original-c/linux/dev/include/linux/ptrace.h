/*
 *	linux/ptrace.h: what an interrupt has saved.
 */
#ifndef _LINUX_PTRACE_H_
#define _LINUX_PTRACE_H_

#include <asm/ptrace.h>

#endif /* _LINUX_PTRACE_H_ */
