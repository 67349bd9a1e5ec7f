void *
linux_kmalloc(unsigned int size, int priority)
{
	unsigned long flags;
	struct blkhdr *bh;

	if (size > MAX_ALLOC) {
		printk(KERN_WARNING "kmalloc: %u bytes are too many\n", size);
		return NULL;
	}
	if (size < MIN_ALLOC)
		size = MIN_ALLOC;
	else
		size = (size + sizeof(int) - 1) & ~(sizeof(int) - 1);

	save_flags(flags);
	cli();
	bh = find_block(size);
	if (bh == NULL) {
		coalesce_blocks();
		bh = find_block(size);
	}
	if (bh == NULL && grow_memlist(size))
		bh = find_block(size);
	check_page_list(__LINE__);
	restore_flags(flags);

	return bh == NULL ? NULL : (void *) (bh + 1);
}
