static inline int twice(int a) { return a > 1 ? 2 * a : a; }
inline int ext_inline(int a) { return a ? a + 1 : 0; }
static int only_here(int a) { return a || 2; }
