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
