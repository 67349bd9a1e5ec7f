// vm_page_find_run of vm/vm_resident.c as accepted, with what it depends on; by 'port accept'.
//: text of vm_page_find_run (vm/vm_resident.c) 9b00ec099c444f27
static int
vm_page_find_run(
	natural_t	*bits,
	int		limit,
	int		npages)
{
	int		i, length = 0;

	for (i = 0; i < limit; i++) {
		if (bits[i / NBITS] == 0) {
			i |= NBITS - 1;		/* a whole word of nothing */
			length = 0;
		} else if (!page_bit_test(bits, i))
			length = 0;
		else if (++length == npages)
			return i - npages + 1;
	}

	return -1;
}
//: declaration of vm_page_find_run (vm/vm_resident.c) fedff58be7bbc3bc
static int vm_page_find_run(natural_t *, int, int);
//: macro NBITS (vm/vm_resident.c) b648102357a8e4a5
#define NBITS	(8 * (int) sizeof(natural_t))
//: macro page_bit_test (vm/vm_resident.c) b0af245a8662e2a7
#define page_bit_test(bits, n)	(((bits)[(n) / NBITS] >> ((n) % NBITS)) & 1)
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
