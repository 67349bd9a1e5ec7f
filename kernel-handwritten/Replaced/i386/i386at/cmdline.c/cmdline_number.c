// cmdline_number of i386/i386at/cmdline.c as accepted, with what it depends on; by 'port accept'.
//: text of cmdline_number (i386/i386at/cmdline.c) f1347c3c76a4f93d
unsigned int
cmdline_number(name)
	const char	*name;
{
	const char	*text = cmdline_value(name);
	unsigned int	number = 0;

	if (text != (const char *) 0)
		(void) read_number(&text, &number);
	return number;
}
//: declaration of cmdline_number (i386/i386at/cmdline.c) 38bbcb569f4b8301
unsigned int cmdline_number(const char *);
//: prototype of cmdline_value (i386/i386at/machdep.h) 8dbb3e5aee0b1524
const char *cmdline_value(const char *);
//: prototype of read_number (i386/i386at/cmdline.c) 871330a5bf617fe1
static const char *read_number(const char **, unsigned int *);
