/*
 *	asm/ptrace.h: what an interrupt has saved.  Handlers get none: a null pointer.
 */
#ifndef _ASM_PTRACE_H_
#define _ASM_PTRACE_H_

struct pt_regs {
	long ebx, ecx, edx, esi, edi, ebp, eax;
	unsigned short ds, __dsu, es, __esu, fs, __fsu, gs, __gsu;
	long orig_eax, eip;
	unsigned short cs, __csu;
	long eflags, esp;
	unsigned short ss, __ssu;
};

#endif /* _ASM_PTRACE_H_ */
