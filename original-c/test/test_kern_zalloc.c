/*
 *	test/test_kern_zalloc.c
 *
 *	Zones, and kalloc, which is made of them.
 */

#include <mach/vm_param.h>
#include <kern/kalloc.h>
#include <kern/zalloc.h>
#include <vm/vm_page.h>
#include <test/ktest.h>
#include <test/suites_vm.h>
#include <test/test_vm_util.h>

#define	MANY	400

static vm_offset_t	elem[MANY];

/*
 *	The zones of these tests.  A zone cannot be destroyed, so a run of
 *	the tests makes each of them once.
 */
static void
elements(void)
{
	zone_t		zone = zinit(40, 1024 * 1024, PAGE_SIZE, 0,
				     "test elements");
	int		i, j, wrong = 0;

	for (i = 0; i < MANY; i++) {
		elem[i] = zalloc(zone);
		if (elem[i] == 0 || (elem[i] & 3) != 0)
			wrong++;
		test_fill(elem[i], 40, i);
	}
	KTEST_EXPECT_EQ(wrong, 0);
	KTEST_EXPECT_EQ(zone->count, MANY);

	for (i = 0; i < MANY; i++)
		if (!test_intact(elem[i], 40, i))
			wrong++;
	for (i = 0; i < MANY; i++)
		for (j = i + 1; j < MANY; j++)
			if (elem[i] == elem[j])
				wrong++;
	KTEST_EXPECT_EQ(wrong, 0);

	for (i = 0; i < MANY; i++)
		zfree(zone, elem[i]);
	KTEST_EXPECT_EQ(zone->count, 0);
	KTEST_EXPECT(zone_check_list(zone));
	KTEST_EXPECT_EQ(zone_free_bytes(zone), zone->cur_size);
}

static void
last_freed_comes_first(void)
{
	zone_t		zone = zinit(64, 64 * 1024, PAGE_SIZE, 0,
				     "test order");
	vm_offset_t	a = zalloc(zone), b = zalloc(zone);

	zfree(zone, a);
	zfree(zone, b);
	KTEST_EXPECT_EQ(zalloc(zone), b);
	KTEST_EXPECT_EQ(zalloc(zone), a);
	zfree(zone, a);
	zfree(zone, b);
}

static void
fixed_and_exhaustible(void)
{
	zone_t		zone = zinit(128, PAGE_SIZE, PAGE_SIZE,
				     ZONE_FIXED | ZONE_EXHAUSTIBLE,
				     "test fixed");
	int		i, n;

	/* Nothing there before the first growth, which zget does not do. */
	KTEST_EXPECT_EQ(zget(zone), 0);

	for (n = 0; n < MANY; n++)
		if ((elem[n] = zalloc(zone)) == 0)
			break;
	KTEST_EXPECT_EQ(n, (int) (PAGE_SIZE / 128));
	KTEST_EXPECT_EQ(zget(zone), 0);

	zfree(zone, elem[0]);
	KTEST_EXPECT_EQ(zget(zone), elem[0]);

	for (i = 0; i < n; i++)
		zfree(zone, elem[i]);
}

static void
grows_beyond_maximum(void)
{
	zone_t		zone = zinit(1024, PAGE_SIZE, PAGE_SIZE, 0,
				     "test growing");
	int		i;

	for (i = 0; i < 20; i++)
		elem[i] = zalloc(zone);
	KTEST_EXPECT_EQ(zone->count, 20);
	KTEST_EXPECT(zone->cur_size >= 20 * 1024);
	KTEST_EXPECT(zone->max_size >= zone->cur_size);
	for (i = 0; i < 20; i++)
		zfree(zone, elem[i]);
}

static void
tiny_elements(void)
{
	zone_t		zone = zinit(1, PAGE_SIZE, PAGE_SIZE, 0, "test tiny");
	vm_offset_t	a = zalloc(zone);

	/* An element has at least room for the link of the free list. */
	KTEST_EXPECT_EQ(zone->elem_size, sizeof(vm_offset_t));
	KTEST_EXPECT_EQ(a & 3, 0);
	zfree(zone, a);
}

static void
crammed(void)
{
	static unsigned int	memory[64];
	zone_t		zone = zinit(32, sizeof memory, PAGE_SIZE,
				     ZONE_FIXED | ZONE_EXHAUSTIBLE,
				     "test crammed");
	vm_offset_t	a;

	zcram(zone, (vm_offset_t) memory, sizeof memory);
	KTEST_EXPECT_EQ(zone_free_bytes(zone), sizeof memory);
	a = zget(zone);
	KTEST_EXPECT(a >= (vm_offset_t) memory &&
		     a < (vm_offset_t) memory + sizeof memory);
	zfree(zone, a);

	/* Memory that is no page of the zone map survives a collection. */
	zone_gc();
	KTEST_EXPECT_EQ(zone_free_bytes(zone), sizeof memory);
}

static void
collection(void)
{
	zone_t		zone = zinit(256, 1024 * 1024, PAGE_SIZE,
				     ZONE_COLLECTABLE, "test collected");
	int		i, before;
	vm_offset_t	kept;

	for (i = 0; i < MANY; i++)
		elem[i] = zalloc(zone);
	kept = elem[MANY / 2];
	test_fill(kept, 256, 8);
	for (i = 0; i < MANY; i++)
		if (elem[i] != kept)
			zfree(zone, elem[i]);

	before = vm_page_free_count;
	zone_gc();

	/* All pages go but the one with the element in use. */
	KTEST_EXPECT_EQ(zone->cur_size, PAGE_SIZE);
	KTEST_EXPECT(vm_page_free_count >= before + MANY / 16 - 1);
	KTEST_EXPECT(zone_check_list(zone));
	KTEST_EXPECT(test_intact(kept, 256, 8));

	/* And the zone is as good as before. */
	for (i = 0; i < MANY; i++) {
		elem[i] = zalloc(zone);
		test_fill(elem[i], 256, i);
	}
	KTEST_EXPECT(test_intact(kept, 256, 8));
	for (i = 0; i < MANY; i++) {
		KTEST_EXPECT(test_intact(elem[i], 256, i));
		zfree(zone, elem[i]);
	}
	zfree(zone, kept);
	zone_gc();
	KTEST_EXPECT_EQ(zone->cur_size, 0);
}

static void
kalloc_sizes(void)
{
	vm_size_t	size;
	vm_offset_t	a;
	int		wrong = 0;

	for (size = 1; size <= 40000; size = size * 5 / 4 + 1) {
		a = kalloc(size);
		if (a == 0 || (a & 3) != 0) {
			wrong++;
			continue;
		}
		if (size > PAGE_SIZE && (a & PAGE_MASK) != 0)
			wrong++;
		test_fill(a, size, size);
		if (!test_intact(a, size, size))
			wrong++;
		kfree(a, size);
	}
	KTEST_EXPECT_EQ(wrong, 0);
}

static void
kalloc_blocks_are_separate(void)
{
	static vm_size_t size[MANY];
	unsigned int	random = 99;
	int		i, n, damaged = 0;

	for (i = 0; i < MANY; i++)
		size[i] = 0;

	for (n = 0; n < 4000; n++) {
		i = test_random(&random) % MANY;
		if (size[i] != 0) {
			if (!test_intact(elem[i], size[i], i))
				damaged++;
			kfree(elem[i], size[i]);
			size[i] = 0;
		} else {
			size[i] = 1 + test_random(&random) % 3000;
			elem[i] = kalloc(size[i]);
			test_fill(elem[i], size[i], i);
		}
	}
	KTEST_EXPECT_EQ(damaged, 0);
	for (i = 0; i < MANY; i++)
		if (size[i] != 0)
			kfree(elem[i], size[i]);
}

static void
kalloc_large(void)
{
	vm_size_t	size = 300 * 1024;
	vm_offset_t	a;
	int		before;

	kfree(kalloc(size), size);
	before = vm_page_free_count;
	a = kalloc(size);
	KTEST_EXPECT(a != 0);
	KTEST_EXPECT_EQ(vm_page_free_count, before - (int) atop(size));
	test_fill(a, size, 1);
	KTEST_EXPECT(test_intact(a, size, 1));
	kfree(a, size);
	KTEST_EXPECT_EQ(vm_page_free_count, before);

	/* More than the map for it can hold. */
	KTEST_EXPECT_EQ(kalloc(100 * 1024 * 1024), 0);
}

static const struct ktest_case cases[] = {
	{ "elements", elements },
	{ "order", last_freed_comes_first },
	{ "fixed", fixed_and_exhaustible },
	{ "growing", grows_beyond_maximum },
	{ "tiny", tiny_elements },
	{ "crammed", crammed },
	{ "collection", collection },
	{ "kalloc_sizes", kalloc_sizes },
	{ "kalloc_separate", kalloc_blocks_are_separate },
	{ "kalloc_large", kalloc_large },
};

const struct ktest_suite kern_zalloc_suite = KTEST_SUITE("zalloc", cases);
