void
pmap_copy_page(src, dst)
	vm_offset_t	src, dst;
{
	unsigned int	*from = (unsigned int *) phystokv(src);
	unsigned int	*to = (unsigned int *) phystokv(dst);
	int		i;

	for (i = 0; i < (int) (PAGE_SIZE / sizeof(unsigned int)); i++)
		to[i] = from[i];
}
