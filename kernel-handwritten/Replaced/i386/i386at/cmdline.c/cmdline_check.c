// cmdline_check of i386/i386at/cmdline.c as accepted, with what it depends on; by 'port accept'.
//: text of cmdline_check (i386/i386at/cmdline.c) 1dd2a12c4f60c3bc
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
//: declaration of cmdline_check (i386/i386at/cmdline.c) d888f29ad69e03d5
void cmdline_check(void);
//: macro CMDLINE_OPTIONS (i386/i386at/cmdline.c) d83196917b63a74e
#define CMDLINE_OPTIONS	(sizeof(cmdline_options) / sizeof(cmdline_options[0]))
//: layout of struct cmdline_option (i386/i386at/cmdline.c) b94f0b27d5d1ea2a
struct cmdline_option { // 8 bytes, aligned to 4
    const char *name; // at 0
}
//: enumerator CMDLINE_FLAG (i386/i386at/cmdline.c) 7212c2b3cb8b3ce4
CMDLINE_FLAG = 0
//: enumerator CMDLINE_NUMBER (i386/i386at/cmdline.c) 5433710e54a41195
CMDLINE_NUMBER = 2
//: enumerator CMDLINE_WORD (i386/i386at/cmdline.c) 7b788ec58097b70b
CMDLINE_WORD = 1
//: prototype of name_matches (i386/i386at/cmdline.c) 468ba1b748dfaee6
static const char *name_matches(const char *, const char *);
//: prototype of next_word (i386/i386at/cmdline.c) 7e9ff65a829ff741
static const char *next_word(const char *);
//: prototype of option_fault (i386/i386at/cmdline.c) 30238869717e7ea6
static const char *option_fault(const struct cmdline_option *, const char *, const char **);
//: prototype of refuse (i386/i386at/cmdline.c) 92c38aca79d00b6c
static void refuse(const char *, const char *, const char *);
//: prototype of tell_unknown (i386/i386at/cmdline.c) ccefe818e849c59f
static void tell_unknown(const char *);
//: object cmdline_options (i386/i386at/cmdline.c) fc53367e2c61894a
static const struct cmdline_option cmdline_options[6];
//: object kernel_cmdline (i386/i386at/machdep.h) a62eccdf42e8e560
char *kernel_cmdline;
//: initialiser of cmdline_options (i386/i386at/cmdline.c) 2e21233f5c110c9f
{
	{ "suite", CMDLINE_WORD },
	{ "seed", CMDLINE_NUMBER },
	{ "demo", CMDLINE_FLAG },
	{ "notest", CMDLINE_FLAG },
	{ "cross64", CMDLINE_FLAG },
	{ "badsector", CMDLINE_NUMBER },
}
