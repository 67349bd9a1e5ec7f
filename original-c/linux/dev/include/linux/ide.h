/*
 *	linux/ide.h: what the IDE driver tells tests and Mach threads.
 */
#ifndef _LINUX_IDE_H_
#define _LINUX_IDE_H_

/* What the driver has done since boot. */
struct ide_stat {
	unsigned long dma_reads;	/* requests by bus master DMA */
	unsigned long dma_writes;
	unsigned long dma_pieces;	/* entries of their tables */
	unsigned long pio_requests;
	unsigned long retries;
	unsigned long timeouts;
	unsigned long table;		/* bus address of the first channel's */
};

extern void ide_get_stat(struct ide_stat *stat);

#endif /* _LINUX_IDE_H_ */
