/*
 *	i386/spl.h: interrupt priority levels.
 *
 *	A level masks the interrupt lines of that priority and below at the
 *	interrupt controllers.  Every change of level returns with interrupts
 *	enabled, so these routines must not be called with interrupts off.
 */
#ifndef	_I386_SPL_H_
#define	_I386_SPL_H_

typedef int	spl_t;

#define	SPL0		0
#define	SPLNET		4
#define	SPLBIO		5
#define	SPLTTY		6
#define	SPLVM		6
#define	SPLHI		7

extern spl_t	curr_ipl;

extern spl_t	splraise(spl_t level);
extern spl_t	splset(spl_t level);
extern spl_t	splx(spl_t level);

extern spl_t	spl0(void);
extern spl_t	splnet(void);
extern spl_t	splbio(void);
extern spl_t	spltty(void);
extern spl_t	splvm(void);
extern spl_t	splclock(void);
extern spl_t	splsched(void);
extern spl_t	splhigh(void);

#endif	/* _I386_SPL_H_ */
