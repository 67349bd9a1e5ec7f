/*
 *	kern/ast.h
 *
 *	Asynchronous trap requests: the clock asks the running thread to
 *	give up the processor.  Kernel threads are never preempted; a long
 *	computation calls ast_check() at points where it holds no lock.
 */

#ifndef	_KERN_AST_H_
#define	_KERN_AST_H_

#include <kern/cpu_number.h>
#include <kern/macro_help.h>

typedef unsigned int	ast_t;

#define	AST_ZILCH	0x0
#define	AST_BLOCK	0x4		/* reschedule at the next chance */

extern volatile ast_t	need_ast[NCPUS];

#define	ast_needed(cpu)		(need_ast[cpu] != AST_ZILCH)
#define	ast_on(cpu, reasons)	(need_ast[cpu] |= (reasons))
#define	ast_off(cpu, reasons)	(need_ast[cpu] &= ~(reasons))

#define	ast_check()						\
	MACRO_BEGIN						\
	if (need_ast[cpu_number()] & AST_BLOCK)			\
		thread_yield();					\
	MACRO_END

#endif	/* _KERN_AST_H_ */
