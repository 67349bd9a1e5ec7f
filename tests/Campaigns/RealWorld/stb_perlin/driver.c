/* Noise of each kind, scaled to integers. */
#define STB_PERLIN_IMPLEMENTATION
#include <stb/stb_perlin.h>
#include "../driver.h"

int main(void)
{
	float least = 10, most = -10;

	for (int z = 0; z < 12; z++)
		for (int y = 0; y < 120; y++)
			for (int x = 0; x < 120; x++) {
				float value = stb_perlin_noise3(x * 0.13f, y * 0.17f, z * 0.41f, 0, 0, 0);

				least = value < least ? value : least;
				most = value > most ? value : most;
				feed(&value, sizeof value);
			}
	printf("between %.6f and %.6f\n", least, most);
	report("noise");
	for (int i = 0; i < 40000; i++) {
		float x = i * 0.011f, y = i * 0.007f, z = (i % 100) * 0.1f;
		float values[5];

		values[0] = stb_perlin_noise3_seed(x, y, z, 16, 32, 64, i % 256);
		values[1] = stb_perlin_ridge_noise3(x, y, z, 2.0f, 0.5f, 1.0f, 4);
		values[2] = stb_perlin_fbm_noise3(x, y, z, 2.0f, 0.5f, 4);
		values[3] = stb_perlin_turbulence_noise3(x, y, z, 2.0f, 0.5f, 4);
		values[4] = stb_perlin_noise3_wrap_nonpow2(x, y, z, 6, 10, 15, (unsigned char)i);
		feed(values, sizeof values);
	}
	report("sums");
	return 0;
}
