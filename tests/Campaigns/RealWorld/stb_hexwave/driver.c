/* Waves of all shapes, with the shape changing on the way. */
#define STB_HEXWAVE_IMPLEMENTATION
#include <stb/stb_hexwave.h>
#include "../driver.h"

int main(void)
{
	static float samples[20000];
	HexWave wave;

	hexwave_init(32, 16, NULL);
	for (int shape = 0; shape < 8; shape++) {
		hexwave_create(&wave, shape & 1, (shape & 3) * 0.25f, (shape & 5) * 0.1f, (shape >> 1) * 0.2f);
		for (int part = 0; part < 4; part++) {
			hexwave_generate_samples(samples, 20000, &wave, 0.01f + part * 0.003f);
			for (int i = 0; i < 20000; i++)
				feed_int((int)(samples[i] * 1000000));
			hexwave_change(&wave, part & 1, 0.3f, 0.2f * part, 0.1f);
		}
		report("wave");
	}
	hexwave_shutdown(NULL);
	return 0;
}
