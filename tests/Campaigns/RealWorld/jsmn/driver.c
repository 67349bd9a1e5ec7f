/* Generated documents into tokens, and each of their truncations. */
#define JSMN_PARENT_LINKS
#include <jsmn.h>
#include "../driver.h"

static char document[200000];
static int length;

static void put(const char *text)
{
	length += sprintf(document + length, "%s", text);
}

static void value(int depth)
{
	switch (random_below(depth > 6 ? 4 : 6)) {
	case 0: length += sprintf(document + length, "%d", (int)next_random()); break;
	case 1: length += sprintf(document + length, "\"text \\\"%u\\u00e9\\n\"", random_below(1000)); break;
	case 2: put(random_below(2) ? "true" : "null"); break;
	case 3: length += sprintf(document + length, "%u.%ue-%u", random_below(100), random_below(100), random_below(9)); break;
	case 4:
		put("[ ");
		for (int i = 0, n = (int)random_below(8); i < n; i++) {
			if (i > 0)
				put(", ");
			value(depth + 1);
		}
		put("]");
		break;
	default:
		put("{\n");
		for (int i = 0, n = (int)random_below(8); i < n; i++) {
			if (i > 0)
				put(",\n");
			length += sprintf(document + length, "\"key%d\" : ", i);
			value(depth + 1);
		}
		put("}");
	}
}

int main(void)
{
	static jsmntok_t tokens[20000];
	jsmn_parser parser;
	long long total = 0;

	for (int round = 0; round < 3000; round++) {
		int count;

		length = 0;
		put("[");
		value(0);
		put("]");
		jsmn_init(&parser);
		count = jsmn_parse(&parser, document, length, tokens, 20000);
		check(count > 0, "parsed");
		total += count;
		for (int i = 0; i < count; i++)
			feed_int(tokens[i].type ^ tokens[i].start << 4 ^ tokens[i].end << 12 ^ tokens[i].size << 20 ^ tokens[i].parent << 8);
		for (int cut = 1; cut < length && cut < 300; cut++) {
			jsmn_init(&parser);
			feed_int(jsmn_parse(&parser, document, cut, tokens, 20000));
		}
	}
	printf("%lld tokens\n", total);
	report("tokens");
	return 0;
}
