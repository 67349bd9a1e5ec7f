/*
 *	i386at/cmdline.c: the kernel's command line.
 *
 *	Words between blanks: the image's name, which some boot loaders put
 *	first (GRUB does not), then options, NAME or NAME=VALUE.  All are checked before anything is done
 *	with one of them: a value that is wrong stops the boot, and a name that
 *	nobody knows is told.
 */

#include <mach/boolean.h>
#include <kern/debug.h>
#include <kern/printf.h>
#include <i386/i386at/machdep.h>

#define	CMDLINE_MAX	4096		/* characters */

char		*kernel_cmdline = "";
static char	cmdline_text[CMDLINE_MAX + 1];

/*
 *	What may stand behind a name.
 */
enum cmdline_kind { CMDLINE_FLAG, CMDLINE_WORD, CMDLINE_NUMBER };

struct cmdline_option {
	const char		*name;
	enum cmdline_kind	kind;
};

static const struct cmdline_option cmdline_options[] = {
	{ "suite", CMDLINE_WORD },
	{ "seed", CMDLINE_NUMBER },
	{ "demo", CMDLINE_FLAG },
	{ "notest", CMDLINE_FLAG },
	{ "cross64", CMDLINE_FLAG },
	{ "badsector", CMDLINE_NUMBER },
};

#define	CMDLINE_OPTIONS	(sizeof(cmdline_options) / sizeof(cmdline_options[0]))

/*
 *	cmdline_keep:
 *
 *	Copy the boot loader's text, whose memory is about to be handed out.
 */
void
cmdline_keep(from)
	const char	*from;
{
	unsigned int	i;

	for (i = 0; from[i] != '\0'; i++) {
		if (i == CMDLINE_MAX)
			panic("the command line has more than %d characters",
			      CMDLINE_MAX);
		cmdline_text[i] = from[i];
	}
	cmdline_text[i] = '\0';
	kernel_cmdline = cmdline_text;
}

/*
 *	word_length:
 *
 *	Characters up to the next blank.
 */
static unsigned int
word_length(const char *word)
{
	unsigned int	n = 0;

	while (word[n] != '\0' && word[n] != ' ')
		n++;
	return n;
}

/*
 *	next_word:
 *
 *	The word behind this one; at the end, the empty one.
 */
static const char *
next_word(const char *word)
{
	word += word_length(word);
	while (*word == ' ')
		word++;
	return word;
}

/*
 *	name_matches:
 *
 *	What stands behind the name that a word begins with: '=', or its end.
 *	Null when the word begins with another name.
 */
static const char *
name_matches(const char *word, const char *name)
{
	while (*name != '\0' && *word == *name) {
		word++;
		name++;
	}
	if (*name != '\0' || (*word != '=' && *word != ' ' && *word != '\0'))
		return (const char *) 0;
	return word;
}

/*
 *	cmdline_value:
 *
 *	What stands behind NAME= on the command line (up to a blank), or
 *	behind a plain NAME; null when it is not there.
 */
const char *
cmdline_value(name)
	const char	*name;
{
	const char	*word, *behind;

	for (word = kernel_cmdline; *word != '\0'; word = next_word(word)) {
		behind = name_matches(word, name);
		if (behind != (const char *) 0)
			return *behind == '=' ? behind + 1 : behind;
	}
	return (const char *) 0;
}

/*
 *	read_number:
 *
 *	A decimal number of 32 bits, to its end.  Returns what is wrong, or
 *	null; *text is where, or behind the number.
 */
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

/*
 *	cmdline_number:
 *
 *	The number of an option; 0 when it is not there.
 */
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

/*
 *	option_fault:
 *
 *	What is wrong with an option of a known name, or null.  *place gets
 *	where it is.
 */
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

/*
 *	tell_unknown:
 *
 *	Nobody has asked for a word.  The first may be the image's name.
 */
static void
tell_unknown(const char *word)
{
	if (word != kernel_cmdline)
		printf("boot option \"%.*s\" is not known, and has no effect\n",
		       (int) word_length(word), word);
}

/*
 *	refuse:
 *
 *	Stop the boot because of an option: it, what is wrong, and the rest of
 *	it from there on.
 */
static void
refuse(const char *word, const char *fault, const char *place)
{
	panic("boot option \"%.*s\": %s%s\"%.*s\"", (int) word_length(word),
	      word, fault, word_length(place) == 0 ? ", at its end " : ", at ",
	      (int) word_length(place), place);
}

/*
 *	cmdline_check:
 *
 *	Look at all options.
 */
void
cmdline_check(void)
{
	const char	*word, *place, *fault;
	unsigned int	i;

	for (word = kernel_cmdline; *word != '\0'; word = next_word(word)) {
		for (i = 0; i < CMDLINE_OPTIONS; i++)
			if (name_matches(word, cmdline_options[i].name))
				break;
		if (i == CMDLINE_OPTIONS) {
			tell_unknown(word);
			continue;
		}
		fault = option_fault(&cmdline_options[i], word, &place);
		if (fault != (const char *) 0)
			refuse(word, fault, place);
	}
}
