/* flags: -msse4.2 -mpopcnt */
/* The intrinsics of immintrin.h, up to SSE4.2. */
#include <immintrin.h>
#include <stdio.h>

static void show(const char *name, __m128i v)
{
    unsigned part[4];
    _mm_storeu_si128((__m128i *)part, v);
    printf("%s %08x %08x %08x %08x\n", name, part[0], part[1], part[2], part[3]);
}

static void show_floats(const char *name, __m128 v)
{
    float part[4];
    _mm_storeu_ps(part, v);
    printf("%s %g %g %g %g\n", name, part[0], part[1], part[2], part[3]);
}

static void sse2(void)
{
    __m128i a = _mm_set_epi32(4, -3, 70000, 1), b = _mm_set1_epi32(10);
    show("add", _mm_add_epi32(a, b));
    show("adds", _mm_adds_epi16(a, _mm_set1_epi16(32767)));
    show("madd", _mm_madd_epi16(a, b));
    show("mulhi", _mm_mulhi_epu16(a, _mm_set1_epi16(-2)));
    show("packs", _mm_packs_epi32(a, b));
    show("packus", _mm_packus_epi16(a, b));
    show("sad", _mm_sad_epu8(a, b));
    show("avg", _mm_avg_epu8(a, b));
    show("slli", _mm_slli_si128(a, 5));
    show("srai", _mm_srai_epi32(a, 3));
    show("sll", _mm_sll_epi64(a, _mm_cvtsi32_si128(7)));
    show("shuffle", _mm_shuffle_epi32(a, 0x1b));
    show("shufflelo", _mm_shufflelo_epi16(a, 0x39));
    show("unpack", _mm_unpackhi_epi8(a, b));
    show("cmpgt", _mm_cmpgt_epi32(a, b));
    show("andnot", _mm_andnot_si128(a, b));
    show("mul", _mm_mul_epu32(a, b));
    printf("%x %d %d\n", _mm_movemask_epi8(a), _mm_extract_epi16(a, 2), _mm_cvtsi128_si32(_mm_insert_epi16(a, 77, 0)));
    __m128d d = _mm_set_pd(2.5, -1.5);
    printf("%d %g %d %d\n", _mm_cvtsd_si32(d), _mm_cvtsd_f64(_mm_sqrt_pd(_mm_mul_pd(d, d))), _mm_movemask_pd(d),
           _mm_comilt_sd(d, _mm_setzero_pd()));
    show("cvttpd", _mm_cvttpd_epi32(d));
    show_floats("cvtepi", _mm_cvtepi32_ps(a));
    _mm_mfence();
    _mm_lfence();
    _mm_pause();
}

static void sse(void)
{
    __m128 a = _mm_set_ps(4, 3, 2, 1);
    show_floats("shuffle", _mm_shuffle_ps(a, a, _MM_SHUFFLE(0, 1, 2, 3)));
    show_floats("max", _mm_max_ps(a, _mm_set1_ps(2.5f)));
    show_floats("min", _mm_min_ss(_mm_set1_ps(-1), a));
    show_floats("unpack", _mm_unpacklo_ps(a, _mm_sqrt_ps(a)));
    show_floats("cmp", _mm_and_ps(_mm_cmple_ps(a, _mm_set1_ps(2)), a));
    show_floats("move", _mm_movehl_ps(a, _mm_set1_ps(9)));
    printf("%d %d %d %d\n", _mm_cvtss_si32(a), _mm_cvttss_si32(_mm_set_ss(-2.7f)), _mm_movemask_ps(_mm_sub_ps(a, _mm_set1_ps(3))),
           _mm_comieq_ss(a, a));
    unsigned csr = _mm_getcsr();
    _mm_setcsr(csr | 0x6000);
    printf("%d ", _mm_cvtss_si32(_mm_set_ss(2.9f)));
    _mm_setcsr(csr);
    printf("%d\n", _mm_cvtss_si32(_mm_set_ss(2.9f)));
    _mm_sfence();
}

static void later(void)
{
    __m128i a = _mm_setr_epi8(1, -2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16), b = _mm_set1_epi8(3);
    show("hadd", _mm_hadd_epi16(a, b));
    show("shuffle", _mm_shuffle_epi8(a, _mm_setr_epi8(15, 14, 13, 12, -1, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)));
    show("alignr", _mm_alignr_epi8(a, b, 5));
    show("abs", _mm_abs_epi8(a));
    show("sign", _mm_sign_epi16(b, a));
    show("maddubs", _mm_maddubs_epi16(b, a));
    show("minpos", _mm_minpos_epu16(a));
    show("blend", _mm_blend_epi16(a, b, 0xaa));
    show("blendv", _mm_blendv_epi8(a, b, _mm_cmpgt_epi8(a, b)));
    show("mullo", _mm_mullo_epi32(a, b));
    show("cvt", _mm_cvtepi8_epi32(a));
    show("mpsadbw", _mm_mpsadbw_epu8(a, b, 1));
    show("insert", _mm_insert_epi32(a, -1, 2));
    printf("%d %d %d\n", _mm_extract_epi8(a, 5), _mm_testz_si128(a, b), _mm_testc_si128(a, a));
    show_floats("round", _mm_round_ps(_mm_set_ps(2.5f, -2.7f, 2.7f, 1.1f), _MM_FROUND_FLOOR));
    show_floats("dp", _mm_dp_ps(_mm_set1_ps(2), _mm_set1_ps(3), 0x71));
    show_floats("hadd", _mm_hadd_ps(_mm_set_ps(4, 3, 2, 1), _mm_set1_ps(1)));
    __m128i text = _mm_loadu_si128((const __m128i *)"hello world12345"), part = _mm_loadu_si128((const __m128i *)"lo w\0 1234567890");
    printf("%d %d\n", _mm_cmpistri(part, text, _SIDD_CMP_EQUAL_ORDERED), _mm_cmpistrz(text, part, _SIDD_CMP_EQUAL_ANY));
    printf("%u %u %d\n", _mm_crc32_u8(0, 'a'), _mm_crc32_u32(1, 77), _mm_popcnt_u32(255));
}

int main(void)
{
    sse2();
    sse();
    later();
    unsigned sum;
    unsigned char carry = _addcarry_u32(1, 0xffffffff, 2, &sum);
    printf("%u %u %u %d\n", carry, sum, (unsigned)_mm_cvtsi128_si32(_mm_set1_epi32(5)), __builtin_cpu_supports("sse2") != 0);
    return 0;
}
