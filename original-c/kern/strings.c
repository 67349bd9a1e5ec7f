/*
 *	kern/strings.c: strings and comparisons.  Copying and filling are in
 *	i386/strings.S.
 */

#include <kern/strings.h>

/*
 *	memcmp:
 *
 *	Compare as unsigned bytes; the sign of the first difference.
 */
int
memcmp(const void *s1, const void *s2, size_t n)
{
	const unsigned char	*a = s1, *b = s2;

	for (; n != 0; a++, b++, n--)
		if (*a != *b)
			return *a < *b ? -1 : 1;
	return 0;
}

size_t
strlen(const char *s)
{
	const char	*end = s;

	while (*end != '\0')
		end++;
	return end - s;
}

int
strcmp(const char *s1, const char *s2)
{
	while (*s1 != '\0' && *s1 == *s2) {
		s1++;
		s2++;
	}
	return *(const unsigned char *) s1 - *(const unsigned char *) s2;
}

int
strncmp(const char *s1, const char *s2, size_t n)
{
	for (; n != 0; s1++, s2++, n--) {
		if (*s1 != *s2)
			return *(const unsigned char *) s1
			       - *(const unsigned char *) s2;
		if (*s1 == '\0')
			break;
	}
	return 0;
}
