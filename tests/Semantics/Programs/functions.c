#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <signal.h>
typedef int (*op)(int, int);
static int add(int a, int b) { return a + b; } static int sub(int a, int b) { return a - b; }
static const struct { const char *name; op f; } table[] = { { "add", add }, { "sub", sub }, { "null", NULL } };
static op pick(int i) { return i ? sub : add; }
static int apply(int (*f)(int, int), int a, int b) { return (*f)(a, b) + (**f)(a, b); }
static int knr(a, b, c) int a; char b; float c; { return a + b + (int)c; }
int undeclared();
static int compare(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }
static int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }
static int counter(void) { static int n = 10; return n++; }
static int other(void) { static int n = 20; { static int n = 30; n++; return n; } }
inline static int twice(int x) { return 2 * x; }
extern int declared_later(int); static jmp_buf env; static volatile sig_atomic_t got;
static void handler(int s) { got = s; }
static void jump(int n) { if (n == 0) longjmp(env, 7); jump(n - 1); }
static int jumps(void) { volatile int k = 1; int v = setjmp(env); if (v == 0) { k = 2; jump(3); k = 3; } return v * 10 + k; }
__attribute__((constructor)) static void before(void) { printf("before main\n"); }
__attribute__((destructor)) static void after(void) { printf("after main\n"); fflush(stdout); }
int aliased(int x) { return x + 1; } int alias(int x) __attribute__((alias("aliased"))); __attribute__((weak)) int weak(void) { return 3; } extern int missing(void) __attribute__((weak));
_Noreturn static void stop(int code) { exit(code); }
static void finish(void) { puts("finish"); }
struct fp { int (*get)(struct fp *); int v; }; static int get(struct fp *p) { return p->v; }
union cast { int (*i)(int); void *p; };
static void cleanup(int *p) { printf("clean %d\n", *p); }
static int cleaned(int n) { int x __attribute__((cleanup(cleanup))) = n; if (n > 1) return x * 2; x++; return x; }
int main(int argc, char **argv, char **envp)
{
	(void)argv; printf("%d %d\n", argc, envp != NULL);
	for (int i = 0; table[i].f; i++) printf("%s %d\n", table[i].name, table[i].f(7, 2));
	printf("%d %d %d\n", pick(1)(5, 3), apply(add, 2, 3), pick(0) == add); printf("%d\n", knr(1, 'a', 2.9)); printf("%d\n", undeclared(3, 4));
	const char *w[] = { "pear", "apple", "fig" }; qsort(w, 3, sizeof *w, compare); printf("%s %s %s\n", w[0], w[1], w[2]);
	const char *key = "fig"; printf("%d\n", (int)((const char **)bsearch(&key, w, 3, sizeof *w, compare) - w));
	printf("%d %d %d %d %d\n", depth(1000), counter() * 0 + counter(), other(), twice(21), declared_later(4));
	printf("%d\n", jumps()); signal(SIGUSR1, handler); raise(SIGUSR1); printf("%d\n", got == SIGUSR1); printf("%d %d %d\n", alias(4), weak(), missing == NULL);
	struct fp o = { get, 77 }; printf("%d\n", o.get(&o)); union cast u; u.i = twice; int (*again)(int) = u.p; printf("%d\n", again(4)); void *vp = (void *)add; printf("%d\n", ((op)vp)(1, 1));
	printf("%d %d\n", cleaned(1), cleaned(5)); { int y __attribute__((cleanup(cleanup))) = 100; (void)y; } atexit(finish); if (argc > 0) stop(3); return 0;
}
int undeclared(int a, int b) { return a * b; } int declared_later(int x) { return x * x; }
