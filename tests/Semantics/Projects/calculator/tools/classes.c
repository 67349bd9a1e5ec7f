/* Writes the table of character classes that the parser looks characters up in. */
#include <ctype.h>
#include <stdio.h>

int main(void)
{
	printf("static const unsigned char classes[256] = {");
	for (int c = 0; c < 256; c++)
		printf("%s%d,", c % 32 == 0 ? "\n\t" : " ", c < 128 && isdigit(c) ? 1 : c < 128 && isalpha(c) ? 2 : c == ' ' || c == '\t' ? 3 : 0);
	printf("\n};\n");
	return 0;
}
