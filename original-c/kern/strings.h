/*
 *	kern/strings.h
 */
#ifndef	_KERN_STRINGS_H_
#define	_KERN_STRINGS_H_

#include <stddef.h>

extern void	*memcpy(void *to, const void *from, size_t n);
extern void	*memmove(void *to, const void *from, size_t n);
extern void	*memset(void *to, int value, size_t n);
extern int	memcmp(const void *s1, const void *s2, size_t n);
extern size_t	strlen(const char *s);
extern int	strcmp(const char *s1, const char *s2);
extern int	strncmp(const char *s1, const char *s2, size_t n);

#endif	/* _KERN_STRINGS_H_ */
