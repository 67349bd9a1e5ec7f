/* What C says inside an expression and C# does not. */
extern int f(int), g(int);

struct point { int x, y; };
struct big { int word[8]; };

int comma(int a) { return (f(a), g(a)); }
int assigned(int *p, int *q) { return *p = *q = 3; }
int without_middle(int a) { return f(a) ?: 5; }
int block(int a) { return ({ int t = f(a); t * 2; }); }
int order(int a) { return f(a) + ({ int t = g(a); t; }); }
int chosen(int a, unsigned char b) { return a ? b : -1; }
int short_circuit(int a) { return a && ({ int t = f(a); t > 1; }); }
struct point literal(int x) { return (struct point) { x, .y = 2 }; }
void copies(struct big *to, const struct big *from) { *to = *from; }
int steps(int *p) { return *p++ + ++*p; }
unsigned char compound(unsigned char c, int n) { c += n; c <<= 1; c /= 3; return c; }
