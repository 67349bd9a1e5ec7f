/*
 *	i386/trap.h: exceptions, and the state that is saved for them.
 */
#ifndef	_I386_TRAP_H_
#define	_I386_TRAP_H_

#define	T_DIVIDE_ERROR		0
#define	T_DEBUG			1
#define	T_NMI			2
#define	T_INT3			3
#define	T_OVERFLOW		4
#define	T_OUT_OF_BOUNDS		5
#define	T_INVALID_OPCODE	6
#define	T_NO_FPU		7
#define	T_DOUBLE_FAULT		8
#define	T_GENERAL_PROTECTION	13
#define	T_PAGE_FAULT		14
#define	NTRAPS			32

#define	T_PF_PROT		0x1	/* protection violation */
#define	T_PF_WRITE		0x2	/* write access */

#ifndef	__ASSEMBLER__

/*
 *	What locore.S pushes; the processor's own part comes last.
 */
struct i386_saved_state {
	unsigned int	edi, esi, ebp, unused_esp, ebx, edx, ecx, eax;
	unsigned int	trapno;
	unsigned int	err;
	unsigned int	eip, cs, efl;
};

/*
 *	Places of the kernel that may fault, and where to go on.
 */
struct recovery {
	unsigned int	fault_addr;
	unsigned int	recover_addr;
};

extern const struct recovery	recover_table[], recover_table_end[];

extern unsigned int	trap_counts[NTRAPS];	/* statistics */

extern void	kernel_trap(struct i386_saved_state *regs);

/* locore.S */
extern int	copy_word_in(const unsigned int *from, unsigned int *to);
extern int	copy_word_out(unsigned int *to, unsigned int value);
extern void	take_breakpoint(void);

#endif	/* __ASSEMBLER__ */

#endif	/* _I386_TRAP_H_ */
