void
linux_kfree(void *p)
{
	unsigned long flags;
	struct pagehdr *ph;
	struct blkhdr *bh;

	assert(((unsigned long) p & (sizeof(int) - 1)) == 0);

	save_flags(flags);
	cli();
	for (ph = memlist; ph != NULL; ph = ph->next)
		if ((char *) p >= (char *) FIRST_BLOCK(ph)
		    && (char *) p < (char *) RUN_END(ph))
			break;
	assert(ph != NULL);

	bh = (struct blkhdr *) p - 1;
	assert(!bh->free);
	assert(bh->size >= MIN_ALLOC);
	assert((bh->size & (sizeof(int) - 1)) == 0);
	bh->free = 1;
	check_page_list(__LINE__);
	restore_flags(flags);
}
