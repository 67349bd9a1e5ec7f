/* Copies between objects that lie partly over each other, by way of something that is not in memory by the rules of C. */
#include <stdio.h>

struct five { int i[5]; };
struct two { int a, b; };
struct three { char c[3]; };
union place {
	struct five five;
	struct { int pad; struct five five; } five_up;
	struct two two[3];
	struct { int pad; struct two two; } two_up;
	struct three three;
	struct { char pad; struct three three; } three_up;
	double _Complex complex;
	struct { int pad; double _Complex complex; } complex_up;
	float _Complex small;
	struct { int pad; float _Complex small; } small_up;
	long double real;
	struct { int pad; long double real; } real_up;
	struct __attribute__((packed)) { short pad; long long wide; } wide_up;
	long long wide;
	char raw[40];
};
struct row { short s[6]; };

static struct five get(const struct five *p) { return *p; }
static struct five same(struct five v) { return v; }
static struct five by_local(const struct five *p) { struct five t = *p; return t; }
static void set(struct five *p, struct five v) { *p = v; }
static struct two first(const union place *u) { return u->two[0]; }
static struct row row_at(const char *p) { return *(const struct row *)p; }

static union place global;

static void through_local(union place *u) { struct five t = u->five; u->five_up.five = t; }
static void through_call(union place *u) { u->five_up.five = get(&u->five); }
static void downwards(union place *u) { u->five = get(&u->five_up.five); }
static void through_parameter(union place *u) { u->five_up.five = same(u->five); }
static void through_both(union place *u) { u->five_up.five = by_local(&u->five); }
static void through_setter(union place *u) { set(&u->five_up.five, u->five); }
static void in_a_condition(union place *u) { if ((u->two_up.two = first(u)).b != 0) u->raw[39]++; }
static void in_an_array(union place *u) { struct two t = u->two_up.two; u->two[1] = t; }
static void through_statement(union place *u) { u->five_up.five = ({ struct five t = u->five; t; }); }
static void odd_size(union place *u) { struct three t = u->three; u->three_up.three = t; }
static void through_cast(union place *u) { *(struct row *)(u->raw + 2) = row_at(u->raw); }
static void complex_local(union place *u) { double _Complex t = u->complex; u->complex_up.complex = t; }
static void small_local(union place *u) { float _Complex t = u->small; u->small_up.small = t; }
static void real_local(union place *u) { long double t = u->real; u->real_up.real = t; u->raw[14] = u->raw[15] = 0; }
static void wide_local(union place *u) { long long t = u->wide; u->wide_up.wide = t; }
static void in_global(union place *u) { global = *u; global.five_up.five = get(&global.five); *u = global; }
static void in_local(union place *u) { union place own = *u; own.five_up.five = get(&own.five); *u = own; }

int main(void)
{
	void (*const moves[])(union place *) = {
		through_local, through_call, downwards, through_parameter, through_both, through_setter, in_a_condition, in_an_array, through_statement, odd_size, through_cast, complex_local,
		small_local, real_local, wide_local, in_global, in_local,
	};

	for (unsigned m = 0; m < sizeof moves / sizeof *moves; m++) {
		union place u;

		for (int i = 0; i < 40; i++)
			u.raw[i] = i + 1;
		moves[m](&u);
		for (int i = 0; i < 30; i++)
			printf("%d ", u.raw[i]);
		printf("\n");
	}
	return 0;
}
