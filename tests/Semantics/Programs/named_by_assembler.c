#include <stdio.h>

/* static functions and data that assembler calls by their names */
static int __attribute__((used)) plus(int x) { return x + 41; }
static int __attribute__((used)) table[] = {7, 8};
asm("entry: pushl 4(%esp)\n\tcall plus\n\taddl $4, %esp\n\taddl table+4, %eax\n\tret");
int entry(int);

static int __attribute__((noinline, used)) twice(int x) { return x * 2; }

/* the same without the attribute, kept since data refers to them */
static int minus(int x) { return x - 41; }
static int counts[] = {3, 4};
static struct { int (*of)(int); int *counts; } volatile kept = {minus, counts};
asm(".globl less\n.set less, minus\n.globl second\nsecond: movl counts+4, %eax\n\tret");
int less(int), second(void);

/* a string's last character is what symbols begin with */
struct named {
  char name[4];
  int (*of)(int);
} named[] = {{"abc@", twice}, {"@", plus}};

int main(void) {
  int result;
  asm("pushl $5\n\tcall twice\n\taddl $4, %%esp" : "=a"(result) : : "ecx", "edx", "memory", "cc");
  int (*same)(int) = twice;
  printf("%d %d %d\n", entry(1), result, same(4));
  printf("%d %d %d %d\n", less(50), second(), kept.of(60), kept.counts[0]);
  printf("%.4s %d %s %d\n", named[0].name, named[0].of(6), named[1].name, named[1].of(1));
  return 0;
}
