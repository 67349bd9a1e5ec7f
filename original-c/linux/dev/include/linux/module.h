/*
 *	linux/module.h: drivers as modules: all are part of the kernel.
 */
#ifndef _LINUX_MODULE_H_
#define _LINUX_MODULE_H_

#include <linux/version.h>

/* Nobody counts who uses a driver that cannot go away. */
#define MOD_INC_USE_COUNT	do { } while (0)
#define MOD_DEC_USE_COUNT	do { } while (0)
#define MOD_IN_USE		1

#define EXPORT_SYMBOL(symbol)
#define EXPORT_NO_SYMBOLS
#define MODULE_AUTHOR(name)
#define MODULE_DESCRIPTION(text)
#define MODULE_SUPPORTED_DEVICE(name)
#define MODULE_PARM(variable, type)
#define MODULE_PARM_DESC(variable, text)

struct symbol_table;

static inline int
register_symtab(struct symbol_table *table)
{
	return 0;
}

#endif /* _LINUX_MODULE_H_ */
