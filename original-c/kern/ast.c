/*
 *	kern/ast.c
 *
 *	Asynchronous trap requests, one word per cpu.
 */

#include <kern/ast.h>

volatile ast_t	need_ast[NCPUS];
