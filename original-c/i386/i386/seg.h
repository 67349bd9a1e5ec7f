/*
 *	i386/seg.h: segment descriptors and gates (Intel SDM volume 3,
 *	"Protected-Mode Memory Management" and "Interrupt and Exception
 *	Handling").
 */
#ifndef	_I386_SEG_H_
#define	_I386_SEG_H_

#define	KERNEL_CS	0x08
#define	KERNEL_DS	0x10
#define	KERNEL_TSS	0x18

#define	GDTSZ		4		/* descriptors in the table */
#define	IDTSZ		256

#ifndef	__ASSEMBLER__

struct real_descriptor {
	unsigned int	limit_low:16,
			base_low:16;
	unsigned int	base_med:8,
			access:8,
			limit_high:4,
			granularity:4,
			base_high:8;
};

struct real_gate {
	unsigned int	offset_low:16,
			selector:16;
	unsigned int	word_count:8,
			access:8,
			offset_high:16;
};

#define	ACC_P		0x80		/* present */
#define	ACC_TSS		0x09		/* task state segment */
#define	ACC_DATA_W	0x12
#define	ACC_CODE_R	0x1a
#define	ACC_INTR_GATE	0x0e		/* interrupts off on entry */
#define	ACC_TRAP_GATE	0x0f

#define	SZ_32		0x4		/* 32-bit segment */
#define	SZ_G		0x8		/* limit counts pages */

extern struct real_descriptor	gdt[GDTSZ];
extern struct real_gate		idt[IDTSZ];

extern void	gdt_init(void);
extern void	idt_init(void);
extern void	int_init(void);
extern void	ldt_init(void);
extern void	ktss_init(void);

#endif	/* __ASSEMBLER__ */

#endif	/* _I386_SEG_H_ */
