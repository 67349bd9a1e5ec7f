#include <stdio.h>
#include <complex.h>
static double complex mul(double complex a, double complex b) { return a * b; }
int main(void) { double complex z = 1 + 2 * I, w = 3 - I; float complex f = 2.0f * I; z += w; printf("%g %g\n", creal(z), cimag(z)); z = mul(z, w) / (1 + I); printf("%g %g %g\n", creal(z), __imag__ z, cabs(3 + 4 * I)); printf("%d %g\n", z == w, crealf(f * f)); z = conj(~z); printf("%g\n", cimag(-z)); return 0; }
