extern char *malloc();
extern int printf();
char *strcpy();
int memcmp();
void free();
extern int strcmp();
extern char *memset();
char *memcpy();
int main() {
  char *p = malloc(10);
  strcpy(p, "hi");
  printf("%s %d\n", p, memcmp(p, "hi", 2));
  memset(p, 'x', 1);
  memcpy(p + 1, "y", 1);
  printf("%s\n", p);
  free(p);
  return strcmp("a", "a");
}
