/* Statements that find a place, change it and perhaps take its value: finding it happens once, whatever the type of what is there. */
#include <stdio.h>
#include <stdbool.h>
#include <complex.h>
struct o { void *v; unsigned bf : 5; int sb : 7; bool bb : 1; bool bo; double d; float f; short h; _Complex float c; long double ld; volatile int vi; volatile short vs; int (*rows)[4]; char *cp; signed char sc; _Atomic int at; };
static struct o table[4]; static int calls;
static struct o *next(void) { return &table[calls++ & 3]; }
typedef int v4 __attribute__((vector_size(16)));
static v4 vec[4];
int main(void) {
  int k = 0; int grid[8][4] = {{1}};
  void *vp[4] = { grid, grid, grid, grid };
  char *cp[4] = { (char*)grid, (char*)grid, (char*)grid, (char*)grid };
#define SHOW(s) printf("%d: k %d calls %d\n", __LINE__, k, calls)
  vp[k++] += 4; SHOW(); vp[k++]++; SHOW(); ++vp[k++]; SHOW(); vp[--k] -= 2; SHOW();
  cp[(k++, k & 3)] += 4; SHOW(); 
  vp[(k++, k & 3)] += 4; SHOW(); vp[(k++, k & 3)]++; SHOW(); printf("%d\n", (int)((char*)vp[(k++, k & 3)]++ - (char*)grid)); SHOW();
  for (int i = 0; i < 4; i++) printf("%d ", (int)((char *)vp[i] - (char *)grid)); printf("\n");
  next()->v += 3; SHOW(); next()->v++; SHOW(); ++next()->v; SHOW();
  next()->bf += 3; SHOW(); next()->bf /= 2; SHOW(); next()->bf++; SHOW(); ++next()->bf; SHOW(); next()->bf <<= 1; SHOW(); printf("%d\n", next()->bf /= 2); SHOW(); printf("%d\n", next()->bf++); SHOW(); printf("%d\n", --next()->bf); SHOW();
  next()->sb -= 3; SHOW(); next()->sb /= 2; SHOW(); next()->sb--; SHOW(); next()->sb *= 2.5; SHOW();
  next()->bb += 3; SHOW(); next()->bb++; SHOW(); ++next()->bb; SHOW(); next()->bb ^= 1; SHOW(); printf("%d\n", next()->bb++);  SHOW();
  next()->bo += 3; SHOW(); next()->bo++; SHOW(); ++next()->bo; SHOW(); next()->bo ^= 1; SHOW(); printf("%d\n", next()->bo--);  SHOW();
  next()->d += 3; SHOW(); next()->d++; SHOW(); next()->d /= 2; SHOW(); next()->f *= 2.5; SHOW(); next()->f++; SHOW(); printf("%g\n", next()->f++); SHOW();
  next()->h += 3; SHOW(); next()->h /= 2; SHOW(); next()->h *= 2.5; SHOW(); next()->h++; SHOW(); next()->h >>= 1; SHOW();
  next()->c += 3; SHOW(); next()->c *= 2.0f; SHOW(); next()->c++; SHOW(); printf("%g\n", (double)__real__ next()->c--); SHOW();
  next()->ld += 3; SHOW(); next()->ld++; SHOW(); next()->ld /= 2; SHOW(); printf("%Lg\n", next()->ld++); SHOW();
  next()->vi += 3; SHOW(); next()->vi++; SHOW(); next()->vi /= 2; SHOW(); ++next()->vi; SHOW(); printf("%d\n", next()->vi++); SHOW(); printf("%d\n", next()->vi = 4); SHOW();
  next()->vs += 3; SHOW(); next()->vs++; SHOW(); next()->vs /= 2; SHOW(); ++next()->vs; SHOW(); printf("%d\n", next()->vs++); SHOW(); printf("%d\n", next()->vs = 4); SHOW();
  next()->rows = grid; SHOW(); next()->rows++; SHOW(); next()->rows += 2; SHOW(); ++next()->rows; SHOW(); printf("%d\n", next()->rows-- == 0); SHOW();
  next()->cp++; SHOW(); next()->cp += 4; SHOW(); next()->sc += 100; SHOW(); next()->sc /= 3; SHOW(); printf("%d\n", next()->sc++); SHOW();
  next()->at += 3; SHOW(); next()->at++; SHOW(); next()->at /= 2; SHOW(); printf("%d\n", next()->at ^= 5); SHOW(); printf("%d\n", next()->at *= 5); SHOW(); next()->at = 5; SHOW();
  k = 0;
  vec[k++] += 3; SHOW(); vec[k++] *= (v4){1,2,3,4}; SHOW(); vec[--k][1] += 5; SHOW(); vec[(k++, k & 3)] += 7; SHOW(); vec[(k++, k & 3)][k & 3] /= 2; SHOW(); vec[k++ & 3][2]++; SHOW();
  table[(k++, k & 3)].bf /= 2; SHOW(); table[(k++, k & 3)].bo += 2; SHOW(); table[(k++, k & 3)].h /= 2; SHOW(); table[(k++, k & 3)].vi /= 2; SHOW(); table[(k++, k & 3)].vi++; SHOW(); table[(k++, k & 3)].d++; SHOW(); table[(k++, k & 3)].rows++; SHOW(); table[(k++, k & 3)].bb++; SHOW(); table[(k++, k & 3)].ld *= 2; SHOW(); table[(k++, k & 3)].c *= 2; SHOW(); table[(k++, k & 3)].at *= 2; SHOW(); table[(k++, k & 3)].sc /= 2; SHOW(); table[(k++, k & 3)].vs |= 2; SHOW(); table[(k++, k & 3)].bo++; SHOW();
  table[k++ & 3].bf /= 2; SHOW(); table[k++ & 3].bo += 2; SHOW(); table[k++ & 3].h /= 2; SHOW(); table[k++ & 3].vi /= 2; SHOW(); table[k++ & 3].vi++; SHOW(); table[k++ & 3].d++; SHOW(); table[k++ & 3].rows++; SHOW(); table[k++ & 3].bb++; SHOW(); table[k++ & 3].ld *= 2; SHOW(); table[k++ & 3].c *= 2; SHOW(); table[k++ & 3].at *= 2; SHOW(); table[k++ & 3].sc /= 2; SHOW(); table[k++ & 3].vs |= 2; SHOW(); table[k++ & 3].bo++; SHOW();
  table[k++ & 3] = table[1]; SHOW(); *next() = *next(); SHOW();
  for (int i = 0; i < 4; i++) { struct o *t = &table[i]; printf("%d %d %d %d %d %g %g %d %g %Lg %d %d %d %d\n", (int)t->v, t->bf, t->sb, t->bb, t->bo, t->d, t->f, t->h, (double)__real__ t->c, t->ld, t->vi, t->vs, t->sc, t->at); printf("%d %d %d %d\n", vec[i][0], vec[i][1], vec[i][2], vec[i][3]); }
  return 0;
}
