/* Functions with the names that properties take for themselves, and other names that meet in C#. */
#include <stdio.h>
static int count = 3, f_x = 9, addr_total;
int *place = &count;
static int get_count(void) { return count; }
int *get_place(void) { return place; }
static void set_count(int v) { count = v; }
static int table[3] = {1,2,3};
static int *get_table(void) { return table; }
static int total = 7;
static int f(void) { static int x = 1; return x++ + f_x; }
int get_addr_count(void) { static int addr_count; return addr_count++; }
#define WRAPPED() INNER()
#define INNER() { if (total) total++; }
int member_names_eject(void) { return 4; }
static int eject(void) { return 5; }
int (*const both[])(void) = { member_names_eject, eject };
int main(void) { set_count(5); int *p = &addr_total; *p = total; WRAPPED(); printf("%d %d %d %d %d %d %d %d\n", get_count(), *get_place(), get_table()[1], get_addr_count(), f(), addr_total, *&total, both[0]() * 10 + both[1]()); return 0; }
