#include "calculator.h"
#include <stdio.h>
#include <string.h>

static void show(const char *name, double value, void *context)
{
	fprintf(context, "%s is %.10g\n", name, value);
}

int main(void)
{
	static struct table names;
	struct arena kept = { 0 };
	char line[256];
	int errors = 0;

	puts("calculator " VERSION);
	while (fgets(line, sizeof line, stdin) != NULL) {
		struct arena scratch = { 0 };
		const char *error;
		struct node *node;
		struct result result;

		line[strcspn(line, "\n")] = 0;
		node = parse(line, &scratch, &error);
		result = error ? (struct result){ 0, error } : evaluate(node, &names, &kept);
		if (result.error) {
			printf("%s: %s\n", line, result.error);
			errors++;
		} else {
			printf("%s: %.10g\n", line, result.value);
		}
		arena_release(&scratch);
	}
	table_walk(&names, show, stdout);
	arena_release(&kept);
	printf("%d errors\n", errors);
	return 0;
}
