// find_run of linux/dev/init/main.c as accepted, with what it depends on; by 'port accept'.
//: text of find_run (linux/dev/init/main.c) b69f32796563b6c8
static long
find_run(const char *map, unsigned long end, unsigned npages,
	 unsigned mask)
{
	unsigned long first, n;

	for (first = 1; first + npages <= end; first++) {
		if (((first << PAGE_SHIFT) & mask) != 0)
			continue;
		for (n = 0; n < npages && map[first + n]; n++)
			continue;
		if (n == npages)
			return first;
	}
	return -1;
}
//: declaration of find_run (linux/dev/init/main.c) bd41c5494475bcd8
static long find_run(const char *, unsigned long, unsigned int, unsigned int);
//: macro PAGE_SHIFT (include/mach/machine/vm_param.h) 8a9f44307aaa1d25
#define PAGE_SHIFT	12
