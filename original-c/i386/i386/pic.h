/*
 *	i386/pic.h: the two 8259 interrupt controllers.
 */
#ifndef	_I386_PIC_H_
#define	_I386_PIC_H_

#define	NINTR		16		/* interrupt lines */
#define	NSPL		8		/* priority levels */
#define	PICM_VECTBASE	0x40		/* vector of line 0 */
#define	PICS_VECTBASE	0x48		/* vector of line 8 */

#define	CLOCK_IRQ	0
#define	CASCADE_IRQ	2

/*
 *	For each line its handler, the handler's argument, and the level at
 *	which it runs.  A line of level 0 is masked at all levels.
 */
extern int		(*ivect[NINTR])();
extern int		iunit[NINTR];
extern unsigned char	intpri[NINTR];

/* The lines that are masked at each level, one bit a line. */
extern unsigned short	pic_mask[NSPL];
extern unsigned short	curr_pic_mask;	/* as the controllers have it */

extern void	picinit(void);
extern void	form_pic_mask(void);
extern void	set_pic_mask(unsigned short mask);
extern int	intnull();
extern int	prtnull();

#endif	/* _I386_PIC_H_ */
