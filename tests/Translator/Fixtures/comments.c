/*
 *	The head of the file.
 */

/* Before a type. */
struct s {
	int	a;	/* behind a member */
};

/*
 *	f:
 *
 *	Before a function.
 */
int f(struct s *s)
{
	/* the first line */
	int	x = s->a;	/* behind a declaration */

	// a line comment
	if (x)
		return 1;	/* behind a statement */

	/*
	 *	Before the last one.
	 */
	return 0;
	/* at the end */
}
