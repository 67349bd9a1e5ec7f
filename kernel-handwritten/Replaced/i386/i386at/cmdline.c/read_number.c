// read_number of i386/i386at/cmdline.c as accepted, with what it depends on; by 'port accept'.
//: text of read_number (i386/i386at/cmdline.c) 527b2bb77efc154f
static const char *
read_number(const char **text, unsigned int *number)
{
	const char	*at = *text;
	unsigned int	digit;

	*number = 0;
	for (; *at >= '0' && *at <= '9'; at++) {
		digit = *at - '0';
		if (*number > (0xffffffffU - digit) / 10)
			return "the number is too large";
		*number = *number * 10 + digit;
	}
	if (at == *text || (*at != ' ' && *at != '\0')) {
		*text = at;
		return "a decimal number is wanted";
	}
	*text = at;
	return (const char *) 0;
}
//: declaration of read_number (i386/i386at/cmdline.c) 871330a5bf617fe1
static const char *read_number(const char **, unsigned int *);
