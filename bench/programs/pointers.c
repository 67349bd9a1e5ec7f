/* Pointer chasing: a search tree, and a list that lies all over memory, sorted by merging. */
#include "bench.h"

#define NODES 4000

struct node {
	unsigned key;
	struct node *left, *right, *next;
};

static struct node nodes[NODES];

static struct node **find(struct node **link, unsigned key)
{
	while (*link && (*link)->key != key)
		link = key < (*link)->key ? &(*link)->left : &(*link)->right;
	return link;
}

static int depth(const struct node *tree)
{
	int left, right;

	if (!tree)
		return 0;
	left = depth(tree->left);
	right = depth(tree->right);
	return 1 + (left > right ? left : right);
}

static struct node *merge(struct node *a, struct node *b)
{
	struct node *head, **tail = &head;

	while (a && b) {
		struct node **least = a->key <= b->key ? &a : &b;

		*tail = *least;
		tail = &(*least)->next;
		*least = *tail;
	}
	*tail = a ? a : b;
	return head;
}

static struct node *sort(struct node *list, int count)
{
	struct node *middle = list, *end = list;

	if (count < 2)
		return list;
	for (int i = 0; i < count / 2; i++) {
		end = middle;
		middle = middle->next;
	}
	end->next = 0;
	return merge(sort(list, count / 2), sort(middle, count - count / 2));
}

static unsigned work(void)
{
	struct node *tree = 0, *list = 0;
	unsigned sum = 0;

	for (int i = 0; i < NODES; i++) {
		struct node *n = &nodes[(unsigned)i * 1021 % NODES];

		n->key = noise();
		n->left = n->right = 0;
		n->next = list;
		list = n;
		*find(&tree, n->key) = n;
	}
	for (int i = 0; i < 4 * NODES; i++)
		sum += *find(&tree, i & 1 ? nodes[noise() % NODES].key : noise()) != 0;
	sum = sum * 31 + depth(tree);
	list = sort(list, NODES);
	for (int pass = 0; pass < 10; pass++)
		for (struct node *n = list; n; n = n->next)
			sum = sum * 3 + (n->key >> 16);
	return sum;
}
