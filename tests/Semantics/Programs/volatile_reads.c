/* A volatile object is read once and in its whole width, also where nobody takes the value: a read that sticks out of a mapped page faults. */
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>

static sigjmp_buf back;
static int reads;

static void faulted(int number)
{
	(void)number;
	siglongjmp(back, 1);
}

#define READ(type, at) do { \
	if (sigsetjmp(back, 1) == 0) { *(volatile type *)(at); printf(#type ": read\n"); } \
	else { printf(#type ": fault\n"); } reads++; } while (0)

struct device { char pad[2]; volatile short control; volatile int status; };

int main(void)
{
	char *pages = mmap(0, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *end = pages + 4096;
	mprotect(end, 4096, PROT_NONE);
	signal(SIGSEGV, faulted);
	READ(char, end - 1);
	READ(char, end);
	READ(short, end - 2);
	READ(short, end - 1);
	READ(int, end - 4);
	READ(int, end - 3);
	READ(unsigned, end - 1);
	READ(long long, end - 8);
	READ(long long, end - 4);
	READ(double, end - 8);
	READ(double, end - 1);
	READ(float, end - 2);
	typedef char *pointer;
	READ(pointer, end - 4);
	READ(pointer, end - 2);
	struct device *device = (struct device *)(end - 4);
	if (sigsetjmp(back, 1) == 0) { device->control; printf("control: read\n"); device->status; printf("status: read\n"); } else { printf("status: fault\n"); }
	/* The address of a member reads nothing. */
	volatile int *status = &((struct device *)end)->status;
	printf("%d %d\n", (int)((char *)status - pages), reads);
	return 0;
}
