/*
 * The workloads. What is counted in instructions stands in functions named measure_*, so that callgrind can be told to
 * count while one of them runs and to leave out everything else.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include "pages.h"

#define TOTAL		262144u		/* 1 GiB */
#define DMA		4096u		/* 16 MiB */
#define CHURN		524288u		/* pages replaced: each about twice */
#define LINE		16u		/* pages of 64 KiB */
#define ROUNDS		9

static unsigned held[TOTAL], held_count, random_state;

void *bench_memory(unsigned bytes)
{
	void *memory = mmap(0, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);

	if (memory == MAP_FAILED)
		abort();
	return memory;
}

/* 64 MiB of pages to write into, on a 64 KiB line. */
char *bench_pages(void)
{
	static char *base;

	if (base == 0)
		base = (char *) (((unsigned long) bench_memory((64 << 20) + (64 << 10)) + 0xffff) & ~0xfffful);
	return base;
}

/* xorshift (Marsaglia, "Xorshift RNGs", 2003), scaled */
static unsigned below(unsigned limit)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return (unsigned) ((unsigned long long) random_state * limit >> 32);
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return now.tv_sec + now.tv_nsec * 1e-9;
}

static void grab_one(void)
{
	int page = pages_grab();

	if (page < 0)
		abort();
	held[held_count++] = page;
}

static void release_one(void)
{
	unsigned which = below(held_count);

	pages_release(held[which]);
	held[which] = held[--held_count];
}

static void fill_to(unsigned percent)
{
	int page;

	while ((page = pages_grab()) >= 0)
		held[held_count++] = page;
	while (held_count > (unsigned long long) TOTAL * percent / 100)
		release_one();
}

__attribute__((noinline)) static void replace(unsigned times)
{
	while (times-- > 0) {
		unsigned which = below(held_count);

		pages_release(held[which]);
		held[which] = pages_grab();
	}
}

static void churn_in_bursts(unsigned largest)
{
	for (unsigned done = 0; done < CHURN;) {
		unsigned burst = 1 + below(largest);

		if (burst > held_count)
			burst = held_count;
		for (unsigned i = 0; i < burst; i++)
			release_one();
		for (unsigned i = 0; i < burst; i++)
			grab_one();
		done += burst;
	}
}

static unsigned lines_left(void)
{
	unsigned count = 0;

	while (pages_grab_run(LINE, LINE) >= 0)
		count++;
	return count;
}

/* ---- what callgrind counts ---- */

__attribute__((noinline)) void measure_nothing(unsigned times)
{
	while (times-- > 0)
		__asm__ volatile ("" ::: "memory");
}

__attribute__((noinline)) void measure_pair(unsigned times)
{
	while (times-- > 0)
		pages_release(pages_grab());
}

__attribute__((noinline)) int measure_line(void)
{
	return pages_grab_run(LINE, LINE);
}

__attribute__((noinline)) void measure_replace(unsigned times)
{
	replace(times);
}

/* ---- what is timed ---- */

static void time_replace(void)
{
	double best = 1e9;

	fill_to(50);
	replace(CHURN);
	for (int round = 0; round < ROUNDS; round++) {
		double start = seconds(), took;

		replace(1000000);
		took = (seconds() - start) * 1e3;
		best = took < best ? took : best;
	}
	printf("%.2f\n", best);
}

#define LIVE 2000
#define REPLACEMENTS 20000

static void *block[LIVE];

/* The same live blocks each time, as far as the caller's view goes. */
static void fill_blocks(void)
{
	random_state = 1;
	for (int i = 0; i < LIVE; i++)
		block[i] = blocks_allocate(16 + below(1500));
}

static void drain_blocks(void)
{
	for (int i = 0; i < LIVE; i++)
		blocks_free(block[i]);
}

/*
 * The mean, and the longest kmalloc. The same sequence is run in every round; of each request the shortest time is
 * taken, so that what remains is what the request itself costs and not the machine's interrupts.
 */
static void time_blocks(void)
{
	static double shortest[REPLACEMENTS];
	double best = 1e9, worst = 0, start = seconds();
	unsigned long long ticks = __builtin_ia32_rdtsc();
	double per_tick;

	for (int round = 0; round < ROUNDS; round++) {
		double took;

		fill_blocks();
		took = seconds();
		for (int i = 0; i < REPLACEMENTS; i++) {
			unsigned which = below(LIVE);

			blocks_free(block[which]);
			block[which] = blocks_allocate(16 + below(1500));
			if (block[which] == 0)
				abort();
		}
		took = (seconds() - took) / REPLACEMENTS * 1e9;
		best = took < best ? took : best;
		drain_blocks();

		fill_blocks();
		for (int i = 0; i < REPLACEMENTS; i++) {
			unsigned which = below(LIVE), size = 16 + below(1500);
			unsigned long long before, after;

			blocks_free(block[which]);
			before = __builtin_ia32_rdtsc();
			block[which] = blocks_allocate(size);
			after = __builtin_ia32_rdtsc();
			if (round == 0 || after - before < shortest[i])
				shortest[i] = after - before;
		}
		drain_blocks();
	}
	per_tick = (seconds() - start) * 1e9 / (__builtin_ia32_rdtsc() - ticks);
	for (int i = 0; i < REPLACEMENTS; i++)
		worst = shortest[i] * per_tick > worst ? shortest[i] * per_tick : worst;
	printf("%.1f %.0f %u\n", best, worst, blocks_held());
}

__attribute__((noinline)) void measure_blocks(unsigned times)
{
	fill_blocks();
	while (times-- > 0) {
		unsigned which = below(LIVE);

		blocks_free(block[which]);
		block[which] = blocks_allocate(16 + below(1500));
	}
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";
	unsigned percent = argc > 2 ? atoi(argv[2]) : 50;
	unsigned times = argc > 2 ? atoi(argv[2]) : 1;

	random_state = argc > 3 ? atoi(argv[3]) * 2654435761u | 1 : 1;
	if (strcmp(what, "metadata") == 0) {
		printf("%u\n", pages_metadata(TOTAL));
		return 0;
	}
	if (strcmp(what, "dma") == 0) {
		pages_init(DMA, DMA);
		int page;
		while ((page = pages_grab()) >= 0)
			held[held_count++] = page;
		while (held_count > DMA / 2)
			release_one();
		churn_in_bursts(64);
		printf("%u\n", lines_left());
		return 0;
	}
	pages_init(TOTAL, DMA);
	if (strcmp(what, "pair") == 0)
		measure_pair(times);
	else if (strcmp(what, "nothing") == 0)
		measure_nothing(times);
	else if (strcmp(what, "line") == 0) {
		fill_to(percent);
		replace(CHURN);
		lines_left();
		if (measure_line() >= 0)
			abort();
	} else if (strcmp(what, "page-churn") == 0) {
		fill_to(percent);
		replace(CHURN);
		printf("%u\n", lines_left());
	} else if (strcmp(what, "burst-churn") == 0) {
		fill_to(percent);
		churn_in_bursts(2048);
		printf("%u\n", lines_left());
	} else if (strcmp(what, "time-replace") == 0)
		time_replace();
	else if (strcmp(what, "replace") == 0) {
		fill_to(50);
		replace(CHURN);
		measure_replace(times);
	} else if (strcmp(what, "time-blocks") == 0)
		time_blocks();
	else if (strcmp(what, "blocks") == 0)
		measure_blocks(times);
	else
		return 2;
	return 0;
}
