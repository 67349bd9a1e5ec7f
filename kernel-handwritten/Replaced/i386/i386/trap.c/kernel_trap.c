// kernel_trap of i386/i386/trap.c as accepted, with what it depends on; by 'port accept'.
//: text of kernel_trap (i386/i386/trap.c) da57243f15e42122
void
kernel_trap(regs)
	struct i386_saved_state	*regs;
{
	unsigned int	type = regs->trapno;
	unsigned int	recover;
	vm_offset_t	addr = get_cr2();	/* before another fault */

	if (type < NTRAPS)
		trap_counts[type]++;

	switch (type) {
	case T_INT3:
	case T_DEBUG:
		return;

	case T_PAGE_FAULT:
		if (kernel_fault(regs, addr))
			return;
		/* FALLTHROUGH */
	case T_GENERAL_PROTECTION:
		recover = recover_from(regs->eip);
		if (recover != 0) {
			regs->eip = recover;
			return;
		}
		break;

	default:
		break;
	}

	printf("trap %u (%s), code %x, eip %x, cr2 %x\n", type,
	       type < TRAP_TYPES ? trap_type[type] : "unknown",
	       regs->err, regs->eip, addr);
	printf("eax %x ebx %x ecx %x edx %x esi %x edi %x ebp %x efl %x\n",
	       regs->eax, regs->ebx, regs->ecx, regs->edx, regs->esi,
	       regs->edi, regs->ebp, regs->efl);
	panic("kernel trap");
}
//: declaration of kernel_trap (i386/i386/trap.c) 11fe7777e4251fdf
void kernel_trap(struct i386_saved_state *);
//: macro NTRAPS (i386/i386/trap.h) 7d80a0ef4fa1b429
#define NTRAPS			32
//: macro TRAP_TYPES (i386/i386/trap.c) f44b4a56c60eb274
#define TRAP_TYPES	(sizeof(trap_type) / sizeof(trap_type[0]))
//: macro T_DEBUG (i386/i386/trap.h) 3c12fe54d72a8367
#define T_DEBUG			1
//: macro T_GENERAL_PROTECTION (i386/i386/trap.h) 91219061a7acc74d
#define T_GENERAL_PROTECTION	13
//: macro T_INT3 (i386/i386/trap.h) ba125f89b16fee4f
#define T_INT3			3
//: macro T_PAGE_FAULT (i386/i386/trap.h) 8e389039321e7bd2
#define T_PAGE_FAULT		14
//: macro get_cr2 (i386/i386/proc_reg.h) 22148c80255061fb
#define get_cr2()	\
	({ unsigned int _v; __asm__ volatile ("movl %%cr2, %0" : "=r" (_v)); _v; })
//: layout of struct i386_saved_state (i386/i386/trap.h) ebd8a206b89f4ee3
struct i386_saved_state { // 52 bytes, aligned to 4
    unsigned int edi; // at 0
    unsigned int esi; // at 4
    unsigned int ebp; // at 8
    unsigned int ebx; // at 16
    unsigned int edx; // at 20
    unsigned int ecx; // at 24
    unsigned int eax; // at 28
    unsigned int trapno; // at 32
    unsigned int err; // at 36
    unsigned int eip; // at 40
    unsigned int efl; // at 48
}
//: typedef boolean_t (include/mach/boolean.h) 6da88c34ba124c41
typedef int boolean_t
//: typedef natural_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef unsigned int natural_t
//: typedef vm_offset_t (include/mach/machine/vm_types.h) c75d301f1ba7c4cd
typedef natural_t vm_offset_t
//: prototype of kernel_fault (i386/i386/trap.c) 80da2336f40a3844
static boolean_t kernel_fault(struct i386_saved_state *, vm_offset_t);
//: prototype of panic (kern/debug.h) 461a52615af722c8
void panic(const char *, ...);
//: prototype of printf (kern/printf.h) 4634b80493b44f92
int printf(const char *, ...);
//: prototype of recover_from (i386/i386/trap.c) 1b17e6d068157ea2
static unsigned int recover_from(unsigned int);
//: object trap_counts (i386/i386/trap.h) 7ebb817989523251
unsigned int trap_counts[32];
//: object trap_type (i386/i386/trap.c) c98ac606ab19339f
static const char *const trap_type[15];
//: initialiser of trap_type (i386/i386/trap.c) 4f059ba7f5f460d1
{
	"divide error", "debug trap", "NMI", "breakpoint", "overflow",
	"bounds check", "invalid opcode", "no coprocessor", "double fault",
	"coprocessor overrun", "invalid TSS", "segment not present",
	"stack fault", "general protection", "page fault",
}
