boolean_t
init_alloc_aligned(size, addrp)
	vm_size_t	size;
	vm_offset_t	*addrp;
{
	vm_offset_t	addr, limit;

	avail_next = round_page(avail_next);
	if (phys_last_addr > DMA_LIMIT && !avail_wrapped
	    && avail_next < DMA_LIMIT)
		avail_next = DMA_LIMIT;

again:
	limit = phys_last_addr > DMA_LIMIT && avail_wrapped ? DMA_LIMIT
							    : phys_last_addr;
	if (avail_next >= limit || limit - avail_next < size) {
		if (avail_wrapped || phys_last_addr <= DMA_LIMIT)
			return FALSE;
		avail_wrapped = TRUE;
		avail_next = FIRST_AVAIL;
		goto again;
	}

	addr = avail_next;
	if (skip_obstacle(&avail_next, size))
		goto again;

	avail_next += size;
	avail_remaining -= size;
	*addrp = addr;
	return TRUE;
}
