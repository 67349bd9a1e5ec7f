// option_fault of i386/i386at/cmdline.c as accepted, with what it depends on; by 'port accept'.
//: text of option_fault (i386/i386at/cmdline.c) 168cb93a183553dc
static const char *
option_fault(const struct cmdline_option *option, const char *word,
	     const char **place)
{
	const char	*behind = name_matches(word, option->name);
	unsigned int	number;

	*place = behind + (*behind == '=');
	if (cmdline_value(option->name) != *place)
		return "it is there twice";
	if (option->kind == CMDLINE_FLAG)
		return *behind == '=' ? "it takes no value" : (const char *) 0;
	if (*behind != '=' || word_length(behind) == 1)
		return "it needs a value";
	if (option->kind == CMDLINE_NUMBER)
		return read_number(place, &number);
	return (const char *) 0;
}
//: declaration of option_fault (i386/i386at/cmdline.c) 30238869717e7ea6
static const char *option_fault(const struct cmdline_option *, const char *, const char **);
//: layout of struct cmdline_option (i386/i386at/cmdline.c) 4461cf2ff5e51401
struct cmdline_option { // 8 bytes, aligned to 4
    const char *name; // at 0
    enum cmdline_kind kind; // at 4
}
//: enumeration cmdline_kind (i386/i386at/cmdline.c) c75d301f1ba7c4cd
enum cmdline_kind : unsigned int
//: enumerator CMDLINE_FLAG (i386/i386at/cmdline.c) 7212c2b3cb8b3ce4
CMDLINE_FLAG = 0
//: enumerator CMDLINE_NUMBER (i386/i386at/cmdline.c) 5433710e54a41195
CMDLINE_NUMBER = 2
//: prototype of cmdline_value (i386/i386at/machdep.h) 8dbb3e5aee0b1524
const char *cmdline_value(const char *);
//: prototype of name_matches (i386/i386at/cmdline.c) 468ba1b748dfaee6
static const char *name_matches(const char *, const char *);
//: prototype of read_number (i386/i386at/cmdline.c) 871330a5bf617fe1
static const char *read_number(const char **, unsigned int *);
//: prototype of word_length (i386/i386at/cmdline.c) 48cae767979806cd
static unsigned int word_length(const char *);
