/* Singly and doubly linked lists and rings sorted, joined and searched; dynamic arrays, strings, stacks and ring buffers of the same package. */
#include <utlist.h>
#include <utarray.h>
#include <utstring.h>
#include <utringbuffer.h>
#include <utstack.h>
#include "../driver.h"

struct item { int value; struct item *next, *prev; };

static int by_value(const struct item *a, const struct item *b)
{
	return (a->value > b->value) - (a->value < b->value);
}

static int by_int(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static struct item *new_item(void)
{
	struct item *item = calloc(1, sizeof *item);

	item->value = (int)random_below(100000);
	return item;
}

static void lists(void)
{
	struct item *list = NULL, *other = NULL, *ring = NULL, *item, *next, *found, key = { 777, NULL, NULL };
	int count;

	for (int i = 0; i < 20000; i++) {
		item = new_item();
		DL_APPEND(list, item);
		item = new_item();
		DL_PREPEND(other, item);
		item = new_item();
		CDL_PREPEND(ring, item);
	}
	DL_CONCAT(list, other);
	DL_SORT(list, by_value);
	CDL_SORT(ring, by_value);
	DL_COUNT(list, item, count);
	DL_SEARCH(list, found, &key, by_value);
	printf("%d items, %s\n", count, found != NULL ? "found" : "not found");
	DL_FOREACH(list, item)
		feed_int(item->value);
	CDL_FOREACH(ring, item)
		feed_int(item->value);
	report("sorted lists");
	DL_FOREACH_SAFE(list, item, next) {
		DL_DELETE(list, item);
		free(item);
	}
	while (ring != NULL) {
		item = ring;
		CDL_DELETE(ring, item);
		free(item);
	}
}

static void arrays(void)
{
	UT_array *numbers;
	UT_ringbuffer *last;
	UT_string *text;
	struct item *stack = NULL, *item;
	int count;

	utarray_new(numbers, &ut_int_icd);
	utringbuffer_new(last, 100, &ut_int_icd);
	for (int i = 0; i < 100000; i++) {
		int value = (int)next_random() >> 8;

		utarray_push_back(numbers, &value);
		utringbuffer_push_back(last, &value);
	}
	utarray_sort(numbers, by_int);
	for (int *p = (int *)utarray_front(numbers); p != NULL; p = (int *)utarray_next(numbers, p))
		feed_int(*p);
	for (int *p = NULL; (p = (int *)utringbuffer_next(last, p)) != NULL;)
		feed_int(*p);
	report("arrays");
	utstring_new(text);
	for (int i = 0; i < 5000; i++)
		utstring_printf(text, "%d-%s;", i, i % 2 ? "odd" : "even");
	feed(utstring_body(text), utstring_len(text));
	feed_int((int)utstring_find(text, 0, "4321-odd", 8));
	report("text");
	for (int i = 0; i < 1000; i++) {
		item = new_item();
		STACK_PUSH(stack, item);
	}
	STACK_COUNT(stack, item, count);
	while (!STACK_EMPTY(stack)) {
		STACK_POP(stack, item);
		feed_int(item->value + count);
		free(item);
	}
	report("stack");
	utstring_free(text);
	utringbuffer_free(last);
	utarray_free(numbers);
}

int main(void)
{
	lists();
	arrays();
	return 0;
}
