#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>
static volatile long long *where;
static volatile double *wd;
static volatile float *wf;
static void hit(int s) {
  *where = 7;
  *wd = 8;
  *wf = 9;
}
static int wait_ll(void) {
  volatile long long f = 0;
  where = &f;
  volatile double d = 0;
  wd = &d;
  volatile float g = 0;
  wf = &g;
  raise(SIGUSR1);
  return (int)f + (int)d + (int)g;
}
static jmp_buf jb;
static int lj(void) {
  volatile long long a = 1;
  volatile double d = 1;
  volatile float g = 1;
  volatile struct {
    int a;
    double q;
  } s = {1, 2};
  volatile unsigned char c = 0;
  volatile short arr[3] = {1, 2, 3};
  volatile unsigned long long u = 5;
  int *volatile p = 0;
  int x;
  if (setjmp(jb))
    return (int)a * 1000 + (int)d * 100 + (int)g * 10 + s.a + (int)s.q + c + arr[1] + (int)u + (p == &x);
  a = 2;
  d = 3;
  g = 4;
  s.a = 5;
  s.q = 6;
  c--;
  arr[1] *= 3;
  u++;
  p = &x;
  longjmp(jb, 1);
}
int main(void) {
  signal(SIGUSR1, hit);
  printf("%d\n", wait_ll());
  printf("%d\n", lj());
  return 0;
}
