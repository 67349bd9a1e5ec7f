#include <stdio.h>
static void bye(int *p) { printf("bye %d\n", *p); }
static void bye2(char (*p)[4]) { printf("bye2 %s\n", *p); }
#define G __attribute__((cleanup(bye)))
static int val(int x) {
  int r = ({
    G int a = x;
    G int b = x + 1;
    a + b;
  });
  printf("val\n");
  return r;
}
static int ret(int x) {
  G int a = x;
  return a++;
}
static int loop(int n) {
  for (G int i = 0; i < n; i++) {
    G int j = i * 10;
    if (i == 1) continue;
    if (i == 3) break;
    printf("body %d\n", i);
  }
  printf("after\n");
  return 0;
}
static int early(int n) {
  for (G int i = 0; i < n; i++)
    if (i == 2) return i;
  return -1;
}
static int sw(int n) {
  switch (n) {
  case 1: printf("one\n");
  case 2: printf("two\n"); break;
  case 3: {
    G int b = 33;
    printf("three\n");
    break;
  }
  default:;
    G int a = n;
    printf("def\n");
    if (n == 4) break;
    printf("more\n");
  }
  printf("end\n");
  return 0;
}
static int sw2(int n) {
  switch (n) {
  case 1: {
    G int a = n;
    printf("one\n");
  }
  case 2:;
    G int c = 5;
    printf("two\n");
    return c;
  }
  return 0;
}
static int go(int n) {
  {
    G int a = 1;
    if (n) goto out;
    printf("not\n");
  }
out:
  printf("out\n");
  return 0;
}
static int back(void) {
  int i = 0;
again : {
  G int a = i;
  if (i++ < 2) goto again;
}
  return i;
}
static int once(void) {
  do {
    G int a = 7;
    printf("once\n");
  } while (0);
  return 0;
}
static int cond(int n) {
  if (n) {
    G int a = 1;
    printf("then\n");
  } else {
    G int b = 2;
    printf("else\n");
  }
  return 0;
}
static int ifdecl(int n) {
  return n && ({
           G int a = 9;
           a;
         });
}
static int sexpr(int n) {
  ({
    G int a = 3;
    printf("void\n");
  });
  for (int i = ({
         G int q = 5;
         q;
       });
       i < 7; i += ({
                G int q = 2;
                q;
              }))
    printf("i %d\n", i);
  while (({
    G int w = n--;
    w;
  }))
    printf("n %d\n", n);
  return ({
    G int z = 1;
    z;
  });
}
static int arr(void) {
  char s[4] __attribute__((cleanup(bye2))) = "abc";
  s[0] = 'x';
  return s[1];
}
static struct s { int a, b; } st(void) {
  G int x = 4;
  struct s r = {x, 5};
  return r;
}
static int nested(void) {
  G int a = 1;
  {
    G int b = 2;
    {
      G int c = 3;
      return a + b + c;
    }
  }
}
static int lab(int n) {
  G int k = n;
  if (n == 1) goto end;
  printf("mid\n");
end:
  printf("lab\n");
  return n;
}
static int stat(void) {
  G static int q = 3;
  return q;
}
static int dowh(void) {
  int n = 0;
  do {
    G int a = n;
    if (n == 1) continue;
    printf("d %d\n", n);
  } while (n++ < 2);
  return n;
}
int main(void) {
  printf("%d\n", val(3));
  printf("%d\n", ret(8));
  loop(5);
  printf("%d\n", early(4));
  for (int i = 0; i < 5; i++) sw(i);
  printf("%d\n", sw2(1));
  printf("%d\n", sw2(2));
  go(0);
  go(1);
  printf("%d\n", back());
  once();
  cond(0);
  cond(1);
  printf("%d\n", ifdecl(1));
  printf("%d\n", sexpr(2));
  arr();
  struct s q = st();
  printf("%d\n", q.a);
  printf("%d\n", nested());
  lab(1);
  lab(2);
  dowh();
  G int last = 99;
  return 0;
}
