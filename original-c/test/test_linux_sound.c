/*
 *	test_linux_sound.c: samples from memory to the sound card, by ISA DMA on
 *	a channel of bytes and on one of words.
 *
 *	The samples are noise from a formula; the lines that are printed let the
 *	host compare with what came out.  Without a card all cases are skipped.
 */
#define MACH_INCLUDE
#include <kern/printf.h>
#include <test/ktest.h>
#include <test/suites_linux.h>
#include <test/test_linux_util.h>
#include <mach/vm_param.h>
#include <vm/vm_page.h>

#include <linux/types.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/malloc.h>
#include <linux/sound.h>
#include <asm/dma.h>
#include <asm/io.h>

#define RATE		44100
#define BYTES		32768

/* The card has buffers of its own; they are empty after so many ticks. */
#define DRAIN_TICKS	(HZ / 2)

/*
 *	Open the card, or skip the test.  Returns nonzero if it is open.
 */
static int
open_or_skip(unsigned int bits)
{
	int err = sb16_open(bits, RATE);

	if (err == -ENODEV) {
		ktest_skip("no sound card");
		return 0;
	}
	KTEST_EXPECT_EQ(err, 0);
	return err == 0;
}

static struct wait_queue *pause_wait;

static void
pause_over(unsigned long data)
{
	*(volatile int *) data = 1;
	wake_up(&pause_wait);
}

/*
 *	Sleep for some ticks.
 */
static void
pause(unsigned long ticks)
{
	struct timer_list timer;
	volatile int over = 0;

	init_timer(&timer);
	timer.function = pause_over;
	timer.data = (unsigned long) &over;
	timer.expires = jiffies + ticks;
	add_timer(&timer);
	while (!over)
		sleep_on(&pause_wait);
}

static void
buffer_suits_dma(void)
{
	struct sb16_stat stat;
	int free_before, n;

	if (!open_or_skip(8))
		return;
	sb16_get_stat(&stat);
	KTEST_EXPECT(stat.version >= 0x400);
	KTEST_EXPECT(DMA_REACHES(stat.buffer, stat.buffer_size));
	KTEST_EXPECT(!DMA_CROSSES_64KB(stat.buffer, stat.buffer_size));
	KTEST_EXPECT_EQ(sb16_open(8, RATE), -EBUSY);
	printf("# sound: DSP %u.%02u, buffer at 0x%08lx\n", stat.version >> 8,
	       stat.version & 255, stat.buffer);
	sb16_release();

	/* kmalloc may keep what it has got, but opening takes no more. */
	free_before = vm_page_free_count;
	for (n = 0; n < 20; n++) {
		KTEST_EXPECT_EQ(sb16_open(8, RATE), 0);
		sb16_release();
	}
	KTEST_EXPECT_EQ(vm_page_free_count, free_before);
}

/*
 *	Play noise and see that all of it was moved by one interrupt's worth of
 *	DMA.
 */
static void
play_noise(unsigned int bits, unsigned int seed)
{
	struct sb16_stat before, after;
	char *data;

	if (!open_or_skip(bits))
		return;
	data = vmalloc(BYTES);
	KTEST_EXPECT(data != NULL);
	if (data == NULL) {
		sb16_release();
		return;
	}
	test_noise(data, BYTES, seed);
	sb16_get_stat(&before);
	KTEST_EXPECT_EQ(sb16_write(data, BYTES), BYTES);
	sb16_get_stat(&after);
	KTEST_EXPECT_EQ(after.interrupts - before.interrupts, 1UL);
	KTEST_EXPECT_EQ(after.transfers - before.transfers, 1UL);
	KTEST_EXPECT_EQ(after.bytes - before.bytes, (unsigned long) BYTES);
	KTEST_EXPECT_EQ(after.timeouts, before.timeouts);
	printf("# sound: played %u bits, %u bytes, seed %u, buffer at 0x%08lx\n",
	       bits, BYTES, seed, after.buffer);
	pause(DRAIN_TICKS);
	vfree(data);
	sb16_release();
}

static void
play_8_bits(void)
{
	play_noise(8, 4818);
}

static void
play_16_bits(void)
{
	play_noise(16, 1604);
}

/*
 *	Channel 1 counts to the next 64 KiB line, channel 5 to the next 128 KiB
 *	line.  Beyond it they are refused, before it they are not.
 */
static void
lines_of_channels(void)
{
	unsigned long page[8], start, refusals = dma_refusals;
	int n, at_128k;

	if (!open_or_skip(8))
		return;
	for (n = 0; n < 8; n++)
		if ((page[n] = __get_dma_pages(GFP_ATOMIC, 3)) == 0)
			break;
	start = test_find_across(page, n);
	if (start == 0) {
		ktest_skip("no two such blocks");
		goto out;
	}
	at_128k = ((virt_to_bus((void *) start) + 0x8000) & 0x1ffff) == 0;
	KTEST_EXPECT_EQ(sb16_play_direct((void *) (start + 0x7f00), 0x200),
			-EINVAL);
	KTEST_EXPECT_EQ(sb16_play_direct((void *) (start + 0x7f00), 0x100), 0);
	KTEST_EXPECT_EQ(sb16_play_direct((void *) (start + 0x8000), 0x100), 0);
	sb16_release();
	KTEST_EXPECT_EQ(dma_refusals - refusals, 1UL);

	if (open_or_skip(16)) {
		KTEST_EXPECT_EQ(sb16_play_direct((void *) (start + 0x7f00),
						 0x200),
				at_128k ? -EINVAL : 0);
		KTEST_EXPECT_EQ(sb16_play_direct((void *) (start + 1), 0x100),
				-EINVAL);
	}
out:
	while (n-- > 0)
		free_pages(page[n], 3);
	sb16_release();
}

/*
 *	Where no DMA reaches nothing is played, and nobody is harmed.
 */
static void
unreachable_memory(void)
{
	struct sb16_stat before, after;
	unsigned long refusals = dma_refusals;

	if (!open_or_skip(8))
		return;
	sb16_get_stat(&before);
	KTEST_EXPECT_EQ(sb16_play_direct(phys_to_virt(MAX_DMA_ADDRESS), 256),
			-EINVAL);
	KTEST_EXPECT_EQ(sb16_play_direct(phys_to_virt(MAX_DMA_ADDRESS - 128),
					 256), -EINVAL);
	KTEST_EXPECT_EQ(sb16_play_direct(phys_to_virt(0), 0), -EINVAL);
	sb16_get_stat(&after);
	KTEST_EXPECT_EQ(after.interrupts, before.interrupts);
	KTEST_EXPECT_EQ(dma_refusals - refusals, 2UL);
	sb16_release();
}

static const struct ktest_case cases[] = {
	{ "buffer", buffer_suits_dma },
	{ "play_8", play_8_bits },
	{ "play_16", play_16_bits },
	{ "lines", lines_of_channels },
	{ "unreachable", unreachable_memory },
};

const struct ktest_suite linux_sound_suite = KTEST_SUITE("linux_sound", cases);
