/* Attributes and names in assembler that only a later declaration gives, as headers and the files behind them do, and those of #pragma weak. */
#include <stdio.h>

int bg(int);
int bg(int x);
extern int missing_value;
int missing(void);
int spoken(void);
int called_otherwise(void);
extern int again;
int in_section(void);
int before_main(void);
int default_answer(void);
int pragma_missing(void);
#pragma weak pragma_missing
#pragma weak pragma_alias = fg

int fg(int x)
{
	return x + 1;
}

static int order = 1;
int value = 4;

int bg(int) __attribute__((__alias__("fg")));
extern int missing_value __attribute__((weak));
int missing(void) __attribute__((weak));
int spoken(void) __asm__("written");
int called_otherwise(void) __asm__("puts_nothing");
extern int again __attribute__((alias("value")));
int in_section(void) __attribute__((section(".text.mine")));
int before_main(void) __attribute__((constructor));
int default_answer(void) __attribute__((weak, noinline));
int bg(int);
extern int pragma_alias(int);

int written(void)
{
	return 7;
}

int called_otherwise(void)
{
	return 8;
}

int in_section(void)
{
	return 3;
}

int before_main(void)
{
	order *= 10;
	return order;
}

int default_answer(void)
{
	return 42;
}

int main(void)
{
	extern int puts_nothing(void);
	int (*pointer)(int) = bg;

	printf("%d %d %d %d\n", bg(1), fg(2), pointer(3), pointer == fg);
	printf("%d %d %d\n", &missing_value == 0, missing != 0, pragma_missing == 0);
	printf("%d %d %d\n", spoken(), called_otherwise(), puts_nothing());
	printf("%d %d %d %d\n", again, in_section(), order, default_answer());
	printf("%d\n", pragma_alias(5));
	if (missing)
		return missing() + pragma_missing();
	return 0;
}
