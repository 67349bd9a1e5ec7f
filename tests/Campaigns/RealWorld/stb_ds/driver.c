/* Dynamic arrays, hash maps of integers, of structs and of strings, beside plain arrays that know the answer. */
#define STB_DS_IMPLEMENTATION
#include <stb/stb_ds.h>
#include "../driver.h"

struct pair { int key; int value; };
struct point { int x, y; };
struct named { char *key; double value; };
struct placed { struct point key; char value[12]; };

static void arrays(void)
{
	int *numbers = NULL;
	long long sum = 0;

	for (int i = 0; i < 200000; i++)
		arrput(numbers, i ^ 0x55);
	for (int i = 0; i < 1000; i++) {
		int first = random_below(199000), second = random_below(199000), third = random_below(198000); /* the macros look at them more than once */

		arrins(numbers, first, i);
		arrdel(numbers, second);
		arrdelswap(numbers, third);
	}
	arrsetlen(numbers, 150000);
	for (int i = 0; i < arrlen(numbers); i++)
		sum += numbers[i];
	printf("%d numbers, sum %lld\n", (int)arrlen(numbers), sum);
	feed_int(arrpop(numbers));
	feed(numbers, arrlen(numbers) * sizeof *numbers);
	arrfree(numbers);
	report("arrays");
}

static void integers(void)
{
	enum { Range = 5000 };
	static int expected[Range];
	struct pair *map = NULL;

	hmdefault(map, -1);
	memset(expected, -1, sizeof expected);
	for (int i = 0; i < 300000; i++) {
		int key = random_below(Range);

		switch (random_below(4)) {
		case 0:
			check(hmdel(map, key) == (expected[key] != -1), "deleted");
			expected[key] = -1;
			break;
		case 1:
			hmput(map, key, i);
			expected[key] = i;
			break;
		default:
			check(hmget(map, key) == expected[key], "found");
		}
	}
	for (int i = 0; i < hmlen(map); i++)
		feed_int(map[i].key ^ map[i].value);
	printf("%d keys\n", (int)hmlen(map));
	hmfree(map);
	report("integers");
}

static void strings(void)
{
	struct named *map = NULL;
	char name[32];
	int found = 0;

	sh_new_arena(map);
	for (int i = 0; i < 30000; i++) {
		sprintf(name, "name %d", i * 7919 % 65521);
		shput(map, name, i / 4.0);
	}
	for (int i = 0; i < 65521; i++) {
		sprintf(name, "name %d", i);
		ptrdiff_t at = shgeti(map, name);
		if (at >= 0) {
			found++;
			feed_int((int)map[at].value);
		}
		if (i % 5 == 0)
			(void)shdel(map, name);
	}
	printf("%d found, %d left\n", found, (int)shlen(map));
	shfree(map);
	report("strings");
}

static void structs(void)
{
	struct placed *map = NULL;

	for (int i = 0; i < 40000; i++) {
		struct placed entry = { { (int)random_below(300), (int)random_below(300) }, "" };

		sprintf(entry.value, "%d", i);
		hmputs(map, entry);
	}
	for (int x = 0; x < 300; x++)
		for (int y = 0; y < 300; y++) {
			struct point at = { x, y };
			struct placed *entry = hmgetp_null(map, at);

			if (entry != NULL)
				feed(entry->value, strlen(entry->value));
		}
	printf("%d points\n", (int)hmlen(map));
	hmfree(map);
	report("structs");
}

int main(void)
{
	stbds_rand_seed(31415926);
	arrays();
	integers();
	strings();
	structs();
	return 0;
}
