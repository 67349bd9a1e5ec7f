/*
 *	test/test_linux_util.h: what the tests of the drivers share.
 */
#ifndef	_TEST_TEST_LINUX_UTIL_H_
#define	_TEST_TEST_LINUX_UTIL_H_

/* CRC-32 as in IEEE 802.3 (and zlib).  Start with 0. */
extern unsigned int test_crc32(unsigned int crc, const char *data,
			       unsigned long size);

/* Bytes that the host can compute as well. */
extern void	test_noise(char *data, unsigned int count, unsigned int seed);

/* Print how much memory is free below and above 16 MiB, and its map if this is
   the demonstration (test_linux_memory.c). */
extern void	test_map_free(const char *name);

/* Among n blocks of 32 KiB: the first of two that lie back to back over a
   64 KiB line, or 0. */
extern unsigned long test_find_across(const unsigned long *block, int n);

/* Take nine tenths of the memory that ISA DMA reaches, and replace random
   pages of it for a while; nonzero if there is such memory.  And give it back
   (test_linux_demo.c). */
extern int	test_fill_dma_memory(unsigned int seed);
extern void	test_empty_dma_memory(void);

/* With "demo" on the command line: say where we are, and wait for a byte on
   the serial line.  Somebody outside may look at memory meanwhile. */
extern int	test_is_demo(void);
extern void	test_hold(const char *where);

#endif	/* _TEST_TEST_LINUX_UTIL_H_ */
