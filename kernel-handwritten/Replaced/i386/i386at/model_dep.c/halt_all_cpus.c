// halt_all_cpus of i386/i386at/model_dep.c as accepted, with what it depends on; by 'port accept'.
//: text of halt_all_cpus (i386/i386at/model_dep.c) 40f6762c4131c3bc
void
halt_all_cpus(status)
	int		status;
{
	cli();
	outb(EXIT_PORT, status);
	for (;;)
		__asm__ volatile ("cli; hlt");
}
//: declaration of halt_all_cpus (i386/i386at/model_dep.c) 02ae5397caa813a7
void halt_all_cpus(int);
//: macro EXIT_PORT (i386/i386at/model_dep.c) feafccf51c2a2dc6
#define EXIT_PORT	0xf4
//: macro outb (i386/i386/pio.h) 6dd0447316dddb3a
#define outb(port, data)	\
	({ __asm__ volatile ("outb %b0, %w1" \
			     : : "a" ((unsigned char) (data)), "Nd" ((unsigned short) (port))); })
//: inline function cli (i386/i386/proc_reg.h) 7852a5902fd61c08
static inline void
cli(void)
{
	__asm__ volatile ("cli" : : : "memory");
}
