/*
 *	linux/sound.h: the sound card, as tests and Mach threads see it.
 */
#ifndef _LINUX_SOUND_H_
#define _LINUX_SOUND_H_

/* What the driver has done since boot. */
struct sb16_stat {
	unsigned long interrupts;
	unsigned long transfers;	/* that came to their end */
	unsigned long bytes;		/* in those */
	unsigned long timeouts;
	unsigned long buffer;		/* bus address of the DMA buffer */
	unsigned long buffer_size;
	unsigned int version;		/* of the DSP, major << 8 | minor */
};

/*
 *	Samples have 8 bits and no sign, or 16 bits with one; one channel.  All of
 *	these may block.  They return 0 (sb16_write: the bytes played) or a
 *	negative error.
 */
extern int sb16_open(unsigned int bits, unsigned int rate);
extern int sb16_write(const char *data, unsigned int count);
extern int sb16_play_direct(void *buf, unsigned int count);
extern void sb16_release(void);
extern void sb16_get_stat(struct sb16_stat *stat);

#endif /* _LINUX_SOUND_H_ */
