static unsigned long
get_page_order(int size)
{
	unsigned long order = 0;

	while ((PAGE_SIZE << order) < size)
		order++;
	return order;
}
