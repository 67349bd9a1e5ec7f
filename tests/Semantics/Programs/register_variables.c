#include <stdio.h>

/* the stack pointer under a name, as Linux has it, and variables in registers of their own for assembler */
register unsigned long current_stack_pointer asm("esp");
register char *stack __asm__("esp");

__attribute__((noinline)) static unsigned long below(void) { return current_stack_pointer; }

/* a system call's arguments: the constraint leaves the choice, the variable has made it */
static int sum(int a, int b, int c) {
  register int first asm("ebx") = a;
  register int second asm("esi") = b;
  register int third __asm__("%edx") = c;
  int result;
  asm volatile("movl %%ebx, %0\n\taddl %%esi, %0\n\tsubl %%edx, %0" : "=&r"(result) : "r"(first), "r"(second), "r"(third));
  return result;
}

static unsigned divided(unsigned n, unsigned by, unsigned *rest) {
  register unsigned quotient asm("eax") = n;
  register unsigned remainder asm("edx") = 0;
  asm("divl %2" : "+r"(quotient), "+r"(remainder) : "r"(by) : "cc");
  *rest = remainder;
  return quotient;
}

/* a wide one goes on in the next register, as Linux has 64 bits for the user's memory */
static unsigned parts(unsigned long long value) {
  register unsigned long long wide asm("%eax") = value;
  unsigned result;
  asm("movl %%eax, %0\n\txorl %%edx, %0" : "=&c"(result) : "r"(wide));
  return result;
}

int main(void) {
  int local;
  unsigned long at = below();
  printf("%d %d\n", (unsigned long)&local - at < 4096, (char *)&local - stack < 4096);
  int r;
  asm volatile("movl $7, %0\n\tcall 1f\n1:\taddl $4, %1" : "=r"(r), "+r"(current_stack_pointer));
  unsigned rest, quotient = divided(1000, 7, &rest);
  printf("%d %d %u %u %x\n", r, sum(40, 5, 3), quotient, rest, parts(0x1234567800ff00ffull));
  unsigned long saved = current_stack_pointer;
  current_stack_pointer -= 64;
  current_stack_pointer += 64;
  printf("%d\n", current_stack_pointer == saved);
  return 0;
}
