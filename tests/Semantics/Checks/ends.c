#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

static jmp_buf back;
static int asked;
static _Noreturn void leave(void);
static void leave(void) { if (asked == 2) longjmp(back, 1); printf("comes back\n"); }
static void stop(int n) __attribute__((noreturn));
static void stop(int n) { if (n) exit(n); }
static int never(int n) __attribute__((noreturn));
static int never(int n) { if (n > 5) return n; exit(9); }
static int of(int kind) {
    switch (kind) {
    case 1: leave(); return 1;
    case 2: if (setjmp(back)) return 12; leave();
    case 3: stop(0);
    case 4: stop(4);
    case 5: return never(5) + 1;
    case 6: return never(6) + 1;
    case 7: { void (*p)(int) __attribute__((noreturn)) = stop; p(0); }
    case 8: __builtin_unreachable();
    case 9: exit(3);
    }
    return kind;
}
static struct { int n; } *nothing;
int main(int count, char **arguments) {
    asked = atoi(arguments[1]);
    if (asked == 10) return &nothing->n != 0;
    if (asked == 11) { int list[4], *p = (int *)((char *)list + 1); *p = 3; return 5; }
    printf("%d\n", of(asked));
    return 0;
}
