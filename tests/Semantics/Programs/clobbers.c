#include <stdio.h>
int main(void) {
  unsigned long long w = 0x123456789abcdef0ull;
  unsigned lo;
  asm("movl %1, %0" : "=r"(lo) : "r"((unsigned)w));
  unsigned long long z = 5;
  asm volatile("" : "+A"(z));
  unsigned a = 1;
  asm volatile("incl %0" : "+r"(a) : : "rax", "rcx", "cc", "memory");
  printf("%x %llu %u\n", lo, z, a);
  return 0;
}
