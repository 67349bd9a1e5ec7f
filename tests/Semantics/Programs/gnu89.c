/* flags: -std=gnu89 */
#include <stdio.h>
extern inline int only_inline(int x) { return x + 1; }
int only_inline(int x) { return x + 100; }
inline int ext_inline(int x) { return x + 2; }
static int knr(a, b, c, d, e) char a; short b; float c; unsigned char d; struct { int x; } *e; { return a + b + (int)c + d + (e ? e->x : 0); }
double kd(x) float x; { return x * 2; } register_(p) register char *p; { return *p; } implicit_int() { return 5; } static late();
int fewer(a, b) int a, b; { return a; } int more(int a) { return a; } int noproto();
main(argc, argv) int argc; char **argv; { int r = undeclared_fn(3, 4.0) + implicit_int(); struct { int x; } s; auto int av = 3; int (*p)() = noproto; s.x = 7; printf("%d %d %d\n", only_inline(1), ext_inline(1), r); printf("%d %d %g %d\n", knr(1, 2, 3.7, 300, (void *)&s), knr('a', 70000, 1.5f, -1, (void *)0), kd(1.25), register_("q")); printf("%d %d %d\n", fewer(1), late(1, 2), av); printf("%d %d\n", noproto(1, 2.5, "s"), p(4, 0.5, "t")); { const x = 4; unsigned y = 5; printf("%d\n", x + y); } return strlen_(argv[0]) > 0 ? implicit() : 1; }
undeclared_fn(a, b) int a; double b; { return a + (int)b; } static late(a, b) { return a * 10 + b; } int noproto(a, b, s) int a; double b; char *s; { return a + (int)(b * 2) + *s; } strlen_(s) char *s; { return (int)strlen(s); } implicit() { return puts("implicit") > 100 ? 1 : 4; }
