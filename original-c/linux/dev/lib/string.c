/*
 *	string.c: the string functions that only the Linux drivers call.
 */
#include <linux/types.h>
#include <linux/string.h>

/*
 *	Length of a string, which is looked at for at most count characters.
 */
size_t
strnlen(const char *s, size_t count)
{
	const char *p = s;

	while (count-- > 0 && *p != '\0')
		p++;
	return p - s;
}

/*
 *	Length of the beginning of s that is all in accept.
 */
size_t
strspn(const char *s, const char *accept)
{
	const char *p, *a;

	for (p = s; *p != '\0'; p++) {
		for (a = accept; *a != '\0' && *a != *p; a++)
			continue;
		if (*a == '\0')
			break;
	}
	return p - s;
}

/*
 *	First character of s that is in accept, or null.
 */
char *
strpbrk(const char *s, const char *accept)
{
	const char *a;

	for (; *s != '\0'; s++)
		for (a = accept; *a != '\0'; a++)
			if (*a == *s)
				return (char *) s;
	return NULL;
}

/*
 *	The next piece of a string between delimiters, which are overwritten.
 *	The first call names the string, the later ones pass null.
 */
char *
strtok(char *s, const char *delimiters)
{
	static char *rest;
	char *begin, *end;

	begin = s != NULL ? s : rest;
	if (begin == NULL)
		return NULL;
	begin += strspn(begin, delimiters);
	if (*begin == '\0') {
		rest = NULL;
		return NULL;
	}
	end = strpbrk(begin, delimiters);
	if (end != NULL)
		*end++ = '\0';
	rest = end;
	return begin;
}

/*
 *	Address of the first byte c in an area, or of the area's end.
 */
void *
memscan(void *area, int c, size_t size)
{
	unsigned char *p = area;

	for (; size > 0 && *p != (unsigned char) c; size--)
		p++;
	return p;
}

/* ---- Copying, joining and searching, as C has them ---- */

char *
strcpy(char *to, const char *from)
{
	char *p = to;

	while ((*p++ = *from++) != '\0')
		continue;
	return to;
}

char *
strncpy(char *to, const char *from, size_t count)
{
	char *p = to;

	while (count > 0 && *from != '\0') {
		*p++ = *from++;
		count--;
	}
	while (count-- > 0)
		*p++ = '\0';
	return to;
}

char *
strcat(char *to, const char *from)
{
	(void) strcpy(to + strlen(to), from);
	return to;
}

char *
strncat(char *to, const char *from, size_t count)
{
	char *p = to + strlen(to);

	while (count-- > 0 && *from != '\0')
		*p++ = *from++;
	*p = '\0';
	return to;
}

char *
strchr(const char *s, int c)
{
	for (; *s != (char) c; s++)
		if (*s == '\0')
			return NULL;
	return (char *) s;
}

char *
strrchr(const char *s, int c)
{
	const char *last = NULL;

	do
		if (*s == (char) c)
			last = s;
	while (*s++ != '\0');
	return (char *) last;
}

char *
strstr(const char *s, const char *part)
{
	size_t length = strlen(part);

	for (; strncmp(s, part, length) != 0; s++)
		if (*s == '\0')
			return NULL;
	return (char *) s;
}
