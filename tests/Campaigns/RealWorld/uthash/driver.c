/* Structures in hash tables by integer, by text and by a compound key; sorted, selected, deleted; counted beside an array. */
#include <uthash.h>
#include "../driver.h"

struct user { int id; char name[24]; int points; UT_hash_handle by_id, by_name; };
struct route { struct { short from, to; } key; int length; UT_hash_handle hh; };

enum { Range = 4000 };

static struct user *ids, *names;
static struct user *expected[Range];

static int by_points(const struct user *a, const struct user *b)
{
	return a->points != b->points ? a->points - b->points : a->id - b->id;
}

static void remove_user(struct user *user)
{
	HASH_DELETE(by_id, ids, user);
	HASH_DELETE(by_name, names, user);
	expected[user->id] = NULL;
	free(user);
}

static void add_user(int id)
{
	struct user *user = calloc(1, sizeof *user);

	user->id = id;
	user->points = (int)random_below(1000);
	sprintf(user->name, "user-%d", id * 37);
	HASH_ADD(by_id, ids, id, sizeof(int), user);
	HASH_ADD(by_name, names, name[0], strlen(user->name), user);
	expected[id] = user;
}

static void change(void)
{
	for (int i = 0; i < 400000; i++) {
		int id = (int)random_below(Range);
		struct user *found;

		HASH_FIND(by_id, ids, &id, sizeof id, found);
		check(found == expected[id], "found by number");
		if (found == NULL)
			add_user(id);
		else if (random_below(3) == 0)
			remove_user(found);
		if (i % 4 == 0) {
			char name[24];

			sprintf(name, "user-%d", id * 37);
			HASH_FIND(by_name, names, name, strlen(name), found);
			check(found == expected[id], "found by name");
		}
	}
}

static void routes(void)
{
	struct route *table = NULL, *route, *next;
	long long sum = 0;

	for (int i = 0; i < 60000; i++) {
		struct route probe;

		memset(&probe, 0, sizeof probe);
		probe.key.from = (short)random_below(200);
		probe.key.to = (short)random_below(200);
		HASH_FIND(hh, table, &probe.key, sizeof probe.key, route);
		if (route == NULL) {
			route = calloc(1, sizeof *route);
			route->key.from = probe.key.from;
			route->key.to = probe.key.to;
			HASH_ADD(hh, table, key, sizeof route->key, route);
		}
		route->length += i % 10;
	}
	printf("%u routes\n", HASH_COUNT(table));
	HASH_ITER(hh, table, route, next) {
		sum += (long long)route->length * route->key.from - route->key.to;
		HASH_DEL(table, route);
		free(route);
	}
	printf("sum %lld\n", sum);
}

int main(void)
{
	struct user *user, *next;

	change();
	printf("%u users\n", HASH_CNT(by_id, ids));
	HASH_SRT(by_id, ids, by_points);
	for (user = ids; user != NULL; user = user->by_id.next)
		feed_int(user->points * 10000 + user->id);
	report("sorted");
	HASH_ITER(by_id, ids, user, next)
		remove_user(user);
	check(HASH_CNT(by_name, names) == 0, "all gone");
	routes();
	return 0;
}
