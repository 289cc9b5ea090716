// The one instruction of the structural scan that Swift has no word for.

#include <stdint.h>

typedef int8_t edigate_lanes __attribute__((ext_vector_type(16)));

#if defined(__SSE2__)
#include <emmintrin.h>

// The signs of 16 lanes, lane 0 in bit 0.
static inline __attribute__((always_inline)) uint32_t edigate_signs(edigate_lanes lanes) {
    return (uint32_t)_mm_movemask_epi8((__m128i)lanes);
}
#else
#include <string.h>

// The signs of 16 lanes that are each 0 or -1, lane 0 in bit 0.
static inline __attribute__((always_inline)) uint32_t edigate_signs(edigate_lanes lanes) {
    uint64_t halves[2];
    memcpy(halves, &lanes, sizeof halves);
    // Each byte keeps the bit of its lane; the product gathers the eight of them in the top byte.
    uint64_t low = (halves[0] & 0x8040201008040201) * 0x0101010101010101 >> 56;
    uint64_t high = (halves[1] & 0x8040201008040201) * 0x0101010101010101 >> 56;
    return (uint32_t)(low | high << 8);
}
#endif

// Whether this processor has what the program was built for: without a word an older one would stop it at an instruction
// that it does not know.
#if defined(__x86_64__) && defined(__POPCNT__)
#include <cpuid.h>

static inline int edigate_processor_suffices(void) {
    // SSE3, SSSE3, CMPXCHG16B, SSE4.1, SSE4.2, POPCNT: what x86-64-v2 adds, in every server since 2009.
    const unsigned int needed = 1u << 0 | 1u << 9 | 1u << 13 | 1u << 19 | 1u << 20 | 1u << 23;
    unsigned int a, b, c, d;
    return __get_cpuid(1, &a, &b, &c, &d) && (c & needed) == needed;
}
#else
static inline int edigate_processor_suffices(void) { return 1; }
#endif
