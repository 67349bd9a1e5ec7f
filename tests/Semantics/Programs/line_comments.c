#include <stdio.h>
int main(void) {
 int x = 1; // comment \
 x = 2;
 // another \
 \
 x = 3;
 /* block // \
 x = 4; */
 printf("%d\n", x); // trailing \   
 x = 5;
 printf("%d\n", x);
 return 0; // end\
}
}
// top \
int notdeclared = 5;
struct s { int a; // field \
 int b;
 int c; };
#define M(x) x + 1 // macro \
 + 5
int (sizes)[sizeof(struct s) == 8 ? 1 : -1];
enum { E1, // enum \
 E2,
 E3 };
int k = E3;
int q = M(2);
