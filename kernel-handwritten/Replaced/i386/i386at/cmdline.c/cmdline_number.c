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
