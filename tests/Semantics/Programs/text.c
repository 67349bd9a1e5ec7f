#include <stdio.h>
#include <wchar.h>
#include <string.h>
static const wchar_t wide[] = L"wide \x263a"; static const wchar_t *pw = L"ptr"; static const unsigned short u16[] = u"u\u00e9"; static const unsigned u32[] = U"\U0001F600";
static const char utf8[] = u8"h\u00e9"; static const char *lines = "one\n" "two\t\"q\" \\ \0hidden"; static const char bytes[4] = "\xff\x00\x7f";
int main(void) { printf("%zu %x %zu %ls\n", wcslen(wide), wide[5], sizeof wide, pw); printf("%x %x %x\n", u16[1], u32[0], (unsigned char)utf8[1]); printf("%s %zu\n", lines, strlen(lines)); printf("%d %d %d\n", bytes[0], bytes[1], bytes[2]);
	const wchar_t *local = L"loc\u20ac"; printf("%zu %x\n", wcslen(local), local[3]); wchar_t init[8] = L"in"; printf("%x %x %x\n", init[0], init[1], init[2]); printf("%d %d\n", L'x', sizeof(L"abc") == 16); char a[] = "x" "y"; printf("%s %zu\n", a, sizeof a); printf("%s\n", "tab\there" + 1); printf("%c%c\n", "hello"[1], *"world"); const char *s = "é ünïcode"; printf("%s %zu\n", s, strlen(s)); return 0; }
