#include <stdio.h>

/* what is declared to be seen by this program alone, and defined in another object; here, in assembler; and second
   names that are seen by fewer than the first */
extern int number __attribute__((visibility("hidden")));
extern const char text[] __attribute__((visibility("hidden")));
int twice(int) __attribute__((visibility("hidden")));
extern int (*pointed)(int) __attribute__((visibility("protected")));
#pragma GCC visibility push(hidden)
int thrice(int);
extern struct pair { int a, b; } pair;
#pragma GCC visibility pop
extern int open_to_all;

int real_number = 5;
extern int second_number __attribute__((alias("real_number"), visibility("hidden")));
int real_function(int a) { return a - 1; }
int second_function(int) __attribute__((alias("real_function"), weak, visibility("protected")));
static int (*resolved(void))(int) { return real_function; }
int chosen_function(int) __attribute__((ifunc("resolved"), visibility("hidden")));

asm(".data\n.globl number, pair, pointed, open_to_all, text\n.protected pointed\n"
    "number: .long 7\npair: .long 3, 4\npointed: .long twice\nopen_to_all: .long 9\ntext: .asciz \"hello\"\n"
    ".text\n.globl twice, thrice\ntwice: movl 4(%esp), %eax\n addl %eax, %eax\n ret\n"
    "thrice: movl 4(%esp), %eax\n leal (%eax,%eax,2), %eax\n ret");

int main(void) {
  int (*same)(int) = thrice;
  printf("%d %s %d %d %d %d %d\n", number, text, twice(4), pair.b, pointed(5), open_to_all, same(6));
  printf("%d %d %d\n", second_number, second_function(4), chosen_function(9));
  return 0;
}
