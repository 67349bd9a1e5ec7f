#include <stdio.h>

/* static functions and data that assembler calls by their names */
static int __attribute__((used)) plus(int x) { return x + 41; }
static int __attribute__((used)) table[] = {7, 8};
asm("entry: pushl 4(%esp)\n\tcall plus\n\taddl $4, %esp\n\taddl table+4, %eax\n\tret");
int entry(int);

static int __attribute__((noinline, used)) twice(int x) { return x * 2; }

int main(void) {
  int result;
  asm("pushl $5\n\tcall twice\n\taddl $4, %%esp" : "=a"(result) : : "ecx", "edx", "memory", "cc");
  int (*same)(int) = twice;
  printf("%d %d %d\n", entry(1), result, same(4));
  return 0;
}
