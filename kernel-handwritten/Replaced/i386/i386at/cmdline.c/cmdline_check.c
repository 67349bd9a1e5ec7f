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
