/* Promotions and conversions: a cast stands only where C# would compute something else. */
unsigned char byte_of(int value) { return value; }
int widened(signed char c, unsigned short h) { return c + h; }
unsigned int mixed(unsigned short h, unsigned int u) { return (unsigned int) h * h + u; }
long long wide(int a, int b) { return (long long) a * b; }
unsigned int negated(unsigned int u) { return -u; }
int shifted(unsigned char c, unsigned int n) { return c << n; }
unsigned int shifted_unsigned(unsigned short h, int n) { return (unsigned int) h >> n; }
int compared(unsigned int u, int i) { return u > i; }
int truth(const char *p, int x) { return p && !x; }
unsigned int all_ones(void) { return ~0u; }
unsigned int wrapped(void) { return (unsigned int) 0 - 8192; }
_Bool boolean(int x) { return x; }
int from_boolean(_Bool b) { return b + 1; }
unsigned int address(void *p) { return (unsigned int) p; }
void *pointer(unsigned int a) { return (void *) (a + 4); }
char *bytes(void *p) { return (char *) p + 1; }
int difference(int *a, int *b) { return b - a; }
