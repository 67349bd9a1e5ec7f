/*
 *	linux/string.h: strings and memory.
 *
 *	The compiler itself may call the first group, so the machine dependent
 *	part of Mach defines those.  The second group is Linux's alone and is in
 *	linux/dev/lib/string.c.
 */
#ifndef _LINUX_STRING_H_
#define _LINUX_STRING_H_

#include <linux/types.h>

extern void *memcpy(void *dst, const void *src, size_t count);
extern void *memmove(void *dst, const void *src, size_t count);
extern void *memset(void *dst, int c, size_t count);
extern int memcmp(const void *a, const void *b, size_t count);
extern size_t strlen(const char *s);
extern int strcmp(const char *a, const char *b);
extern int strncmp(const char *a, const char *b, size_t count);

#define strcpy		linux_strcpy
#define strncpy		linux_strncpy
#define strcat		linux_strcat
#define strncat		linux_strncat
#define strchr		linux_strchr
#define strrchr		linux_strrchr
#define strstr		linux_strstr
#define strnlen		linux_strnlen
#define strpbrk		linux_strpbrk
#define strspn		linux_strspn
#define strtok		linux_strtok
#define memscan		linux_memscan

extern char *linux_strcpy(char *to, const char *from);
extern char *linux_strncpy(char *to, const char *from, size_t count);
extern char *linux_strcat(char *to, const char *from);
extern char *linux_strncat(char *to, const char *from, size_t count);
extern char *linux_strchr(const char *s, int c);
extern char *linux_strrchr(const char *s, int c);
extern char *linux_strstr(const char *s, const char *part);
extern size_t linux_strnlen(const char *s, size_t count);
extern char *linux_strpbrk(const char *s, const char *accept);
extern size_t linux_strspn(const char *s, const char *accept);
extern char *linux_strtok(char *s, const char *delimiters);
extern void *linux_memscan(void *area, int c, size_t size);

#endif /* _LINUX_STRING_H_ */
