/* Functions whose entry or exit is not a compiler's: naked ones, handlers of interrupts, those that keep all registers. */
#include <stdio.h>

struct frame {
	unsigned ip, cs, flags;
};

static unsigned seen, codes;
int table[3] = { 5, 6, 7 };

/* Its code is its assembly. */
__attribute__((naked)) int sum(int a, int b)
{
	__asm__("movl 4(%esp), %eax\n\t"
		"addl 8(%esp), %eax\n\t"
		"ret");
}

__attribute__((naked)) static void *own_address(void)
{
	__asm__("movl (%esp), %eax");
	__asm__("ret");
}

__attribute__((naked, regparm(2))) int scaled(int a, int b)
{
	__asm__("leal (%eax, %edx, 4), %eax; addl table + 4, %eax; ret");
}

__attribute__((no_caller_saved_registers, noinline, target("general-regs-only"))) void count(unsigned flags)
{
	seen += 1 + (flags & 1);
}

/* The frame is the processor's; the handler may change where it goes on. */
__attribute__((interrupt, target("general-regs-only"))) void handler(volatile struct frame *frame)
{
	count(frame->flags);
	frame->flags |= 1;
}

__attribute__((interrupt, target("general-regs-only"))) static void fault(volatile struct frame *frame, unsigned code)
{
	codes = codes * 16 + code;
	frame->ip += 1;
}

/* As the processor enters a handler; ebx, esi and edi are the caller's. */
static int enter(void)
{
	int carry, a = 1, b = 2, c = 3;
	__asm__ volatile("clc\n\t"
			 "pushfl\n\t"
			 "pushl %%cs\n\t"
			 "call handler\n\t"
			 "setc %%al\n\t"
			 "movzbl %%al, %0"
			 : "=a"(carry), "+S"(a), "+D"(b), "+c"(c)
			 :
			 : "memory", "cc");
	return carry * 1000 + a * 100 + b * 10 + c;
}

static int enter_with_code(void)
{
	int hops = 0;
	__asm__ volatile("pushfl\n\t"
			 "pushl %%cs\n\t"
			 "pushl $1f\n\t"
			 "pushl $9\n\t"
			 "jmp *%1\n"
			 "1:\tincl %0\n\t" /* one byte, passed over */
			 "incl %0"
			 : "+d"(hops)
			 : "r"(fault)
			 : "memory", "cc");
	return hops;
}

int main(void)
{
	int (*through)(int, int) = sum;
	printf("%d %d %d\n", sum(1, 2), through(40, 2), scaled(3, 2));
	printf("%d\n", own_address() != 0);
	printf("%d", enter());
	printf(" %u\n", seen);
	printf("%d", enter_with_code());
	printf(" %x\n", codes);
	return 0;
}
