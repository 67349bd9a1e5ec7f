/* 64-bit division for programs without a compiler's library: shift and subtract. */
typedef unsigned long long u64;
typedef long long s64;

static u64 divide(u64 a, u64 b, u64 *rest)
{
	u64 result = 0, left = 0;

	for (int i = 63; i >= 0; i--) {
		int carry = (int)(left >> 63);
		left = left << 1 | (a >> i & 1);
		if (carry || left >= b) {
			left -= b;
			result |= 1ull << i;
		}
	}
	*rest = left;
	return result;
}

static u64 magnitude(s64 a) { return a < 0 ? -(u64)a : (u64)a; }

u64 __udivdi3(u64 a, u64 b)
{
	u64 rest;
	return divide(a, b, &rest);
}

u64 __umoddi3(u64 a, u64 b)
{
	u64 rest;
	divide(a, b, &rest);
	return rest;
}

s64 __divdi3(s64 a, s64 b)
{
	u64 rest, result = divide(magnitude(a), magnitude(b), &rest);
	return (s64)((a < 0) != (b < 0) ? -result : result);
}

s64 __moddi3(s64 a, s64 b)
{
	u64 rest;
	divide(magnitude(a), magnitude(b), &rest);
	return (s64)(a < 0 ? -rest : rest);
}
