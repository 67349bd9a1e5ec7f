/* Division that rounds towards zero, down, and Euclid's; at the ends of int as well. */
#define STB_DIVIDE_IMPLEMENTATION
#include <stb/stb_divide.h>
#include <limits.h>
#include "../driver.h"

static int pick(void)
{
	static const int special[] = { 0, 1, -1, 2, -2, 7, INT_MAX, INT_MAX - 1, INT_MIN, INT_MIN + 1 };

	return random_below(2) ? special[random_below(10)] : (int)next_random() >> random_below(31);
}

int main(void)
{
	for (int i = 0; i < 2000000; i++) {
		int a = pick(), b = pick();

		if (b == 0 || (a == INT_MIN && b == -1))
			continue;
		feed_int(stb_div_trunc(a, b) + stb_mod_trunc(a, b) * 3);
		feed_int(stb_div_floor(a, b) + stb_mod_floor(a, b) * 3);
		feed_int(stb_div_eucl(a, b) + stb_mod_eucl(a, b) * 3);
		check(stb_mod_eucl(a, b) >= 0, "Euclid's rest is never negative");
	}
	report("quotients");
	return 0;
}
