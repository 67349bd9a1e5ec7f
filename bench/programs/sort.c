/* Sorting by a comparison that is called through a pointer, ours and the library's; a heap without calls. */
#include "bench.h"

#define COUNT 3000

typedef int comparison(const void *, const void *);

struct item {
	int key;
	short weight;
	char name[6];
};

static struct item items[COUNT], copy[COUNT];
static unsigned numbers[COUNT];

static int by_key(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	return x->key < y->key ? -1 : x->key > y->key;
}

static int by_weight(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	return x->weight != y->weight ? x->weight - y->weight : by_key(a, b);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct item *)a)->name, ((const struct item *)b)->name);
}

static void quick(struct item *first, int count, comparison *compare)
{
	while (count > 8) {
		struct item pivot = first[count / 2], swap;
		int i = 0, j = count - 1;

		while (i <= j) {
			while (compare(&first[i], &pivot) < 0)
				i++;
			while (compare(&pivot, &first[j]) < 0)
				j--;
			if (i <= j) {
				swap = first[i];
				first[i++] = first[j];
				first[j--] = swap;
			}
		}
		quick(first, j + 1, compare);
		first += i;
		count -= i;
	}
	for (int i = 1; i < count; i++) {
		struct item moving = first[i];
		int j = i;

		for (; j > 0 && compare(&moving, &first[j - 1]) < 0; j--)
			first[j] = first[j - 1];
		first[j] = moving;
	}
}

static void sift(unsigned *heap, int from, int count)
{
	unsigned moving = heap[from];

	for (int child; (child = 2 * from + 1) < count; from = child) {
		if (child + 1 < count && heap[child + 1] > heap[child])
			child++;
		if (heap[child] <= moving)
			break;
		heap[from] = heap[child];
	}
	heap[from] = moving;
}

static void heap_sort(unsigned *heap, int count)
{
	for (int i = count / 2; i-- > 0; )
		sift(heap, i, count);
	while (--count > 0) {
		unsigned largest = heap[0];

		heap[0] = heap[count];
		heap[count] = largest;
		sift(heap, 0, count);
	}
}

static unsigned digest(const struct item *list)
{
	unsigned sum = 0;

	for (int i = 0; i < COUNT; i++)
		sum = sum * 33 + list[i].key + list[i].weight + list[i].name[1];
	return sum;
}

static unsigned work(void)
{
	unsigned sum = 0;
	static comparison *const orders[] = { by_key, by_weight, by_name };

	for (int i = 0; i < COUNT; i++) {
		unsigned n = noise();

		items[i] = (struct item){ .key = n, .weight = noise() % 100, .name = { 'a' + n % 26, 'a' + n / 32 % 26, 'a' + n / 1024 % 26 } };
		numbers[i] = noise();
	}
	for (int i = 0; i < 3; i++) {
		memcpy(copy, items, sizeof copy);
		quick(copy, COUNT, orders[i]);
		if (i < 2)
			sum = sum * 31 + digest(copy);
		else
			sum += copy[COUNT / 2].name[0];
	}
	qsort(items, COUNT, sizeof items[0], by_key);
	heap_sort(numbers, COUNT);
	return sum * 31 + digest(items) + numbers[COUNT / 2];
}
