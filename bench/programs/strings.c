/* Strings, by hand and by the library: splitting, comparing, searching, numbers, a case-blind order of words. */
#include "bench.h"
#include <ctype.h>

#define WORDS 600

static char text[WORDS * 10];
static const char *words[WORDS];

static void make_text(void)
{
	char *p = text;

	for (int i = 0; i < WORDS; i++) {
		int length = 2 + noise() % 7;

		while (length--)
			*p++ = (noise() & 8 ? 'a' : 'A') + noise() % 26;
		*p++ = " \t\n,"[noise() & 3];
	}
	*p = 0;
}

static int length_of(const char *s)
{
	const char *p = s;

	while (*p)
		p++;
	return p - s;
}

static int compare_blind(const char *a, const char *b)
{
	for (;; a++, b++) {
		int x = *a >= 'A' && *a <= 'Z' ? *a + 32 : *a;
		int y = *b >= 'A' && *b <= 'Z' ? *b + 32 : *b;

		if (x != y || !x)
			return x - y;
	}
}

static const char *search(const char *in, const char *what)
{
	for (; *in; in++) {
		const char *p = in, *q = what;

		while (*q && *p == *q) {
			p++;
			q++;
		}
		if (!*q)
			return in;
	}
	return 0;
}

static int split(char *s)
{
	int count = 0;

	while (*s) {
		while (*s == ' ' || *s == '\t' || *s == '\n' || *s == ',')
			*s++ = 0;
		if (!*s)
			break;
		words[count++] = s;
		while (*s && *s != ' ' && *s != '\t' && *s != '\n' && *s != ',')
			s++;
	}
	return count;
}

static int number(const char *s)
{
	int value = 0, negative = *s == '-';

	for (s += negative; isdigit((unsigned char)*s); s++)
		value = value * 10 + *s - '0';
	return negative ? -value : value;
}

static unsigned work(void)
{
	unsigned sum = 0;
	int count;
	char buffer[40];

	make_text();
	for (int i = 0; i < 20; i++) {
		char what[3] = { 'a' + noise() % 26, 'a' + noise() % 26, 0 };
		const char *found = search(text, what);

		sum = sum * 3 + (found ? found - text : 0);
	}
	count = split(text);
	for (int i = 0; i < count; i++)
		sum = sum * 17 + length_of(words[i]) + (strchr(words[i], 'e') != 0);
	for (int i = 1; i < count; i++)
		for (int j = i > 25 ? i - 25 : 0; j < i; j++)
			sum += compare_blind(words[i], words[j]) > 0;
	for (int i = 0; i < 100; i++) {
		sprintf(buffer, "%d:%s", i * 7919 - 300000, words[i]);
		sum += number(buffer) + strlen(buffer);
	}
	for (int i = 0; i < count; i++)
		for (const char *p = words[i]; *p; p++)
			sum = isupper((unsigned char)*p) ? sum + toupper((unsigned char)*p) : sum ^ *p;
	return sum;
}
