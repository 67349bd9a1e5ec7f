/* Volatile places are read and written as often as C says. */
volatile int		ready;
static volatile unsigned char *port;

int wait_for(volatile int *flag)
{
	int	rounds = 0;

	while (!*flag)
		rounds++;
	ready = *flag;
	ready += 2;
	*port = *port | 1;
	return ready = rounds;
}
