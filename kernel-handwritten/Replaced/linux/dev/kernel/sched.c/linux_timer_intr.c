// linux_timer_intr of linux/dev/kernel/sched.c as accepted, with what it depends on; by 'port accept'.
//: text of linux_timer_intr (linux/dev/kernel/sched.c) d0258f230069efa1
void
linux_timer_intr(void)
{
	jiffies++;
	if (timer_head.next != &timer_head
	    && !tick_before(jiffies, timer_head.next->expires))
		mark_bh(TIMER_BH);
	if (tq_timer != NULL || tq_scheduler != NULL)
		mark_bh(TQUEUE_BH);
	if (intr_count == 0)
		do_bottom_half();
}
//: declaration of linux_timer_intr (linux/dev/kernel/sched.c) d888f29ad69e03d5
void linux_timer_intr(void);
//: macro NULL (<__stddef_null.h>) 7b7e78df9a4d68d6
#define NULL ((void*)0)
//: macro __BIT_AREA (linux/dev/include/asm/bitops.h) 41f699415f605342
#define __BIT_AREA(addr)	(*(volatile struct __bit_area *) (addr))
//: macro tick_before (linux/dev/kernel/sched.c) 9a474e827abc6e6d
#define tick_before(a, b)	((long) ((a) - (b)) < 0)
//: layout of struct __bit_area (linux/dev/include/asm/bitops.h) 87e9c4f155bab977
struct __bit_area { // 128 bytes, aligned to 4
}
//: layout of struct timer_list (linux/dev/include/linux/timer.h) f5ea5854e64d8d86
struct timer_list { // 20 bytes, aligned to 4
    struct timer_list *next; // at 0
    unsigned long expires; // at 8
}
//: typedef task_queue (linux/dev/include/linux/tqueue.h) 92a7f0e9204a265b
typedef struct tq_struct *task_queue
//: enumerator TIMER_BH (linux/dev/include/linux/interrupt.h) 7212c2b3cb8b3ce4
TIMER_BH = 0
//: enumerator TQUEUE_BH (linux/dev/include/linux/interrupt.h) 7b788ec58097b70b
TQUEUE_BH = 1
//: inline function mark_bh (linux/dev/include/linux/interrupt.h) c85bdf7be1452929
static inline void
mark_bh(int nr)
{
	set_bit(nr, &bh_active);
}
//: inline function set_bit (linux/dev/include/asm/bitops.h) 118833d3230e067d
static inline int
set_bit(int nr, volatile void *addr)
{
	int old;

	__asm__ __volatile__ ("btsl %2, %1; sbbl %0, %0"
			      : "=r" (old), "+m" (__BIT_AREA(addr))
			      : "Ir" (nr) : "cc");
	return old;
}
//: prototype of do_bottom_half (linux/dev/include/linux/interrupt.h) d888f29ad69e03d5
void do_bottom_half(void);
//: object bh_active (linux/dev/include/linux/interrupt.h) dae432f20045f9b7
unsigned long bh_active;
//: object intr_count (linux/dev/include/linux/interrupt.h) dae432f20045f9b7
unsigned long intr_count;
//: object jiffies (linux/dev/include/linux/sched.h) ec62660ea23591fa
volatile unsigned long jiffies;
//: object timer_head (linux/dev/kernel/sched.c) 052e29e729a94789
static struct timer_list timer_head;
//: object tq_scheduler (linux/dev/include/linux/tqueue.h) 0ecbc4dae867dc22
task_queue tq_scheduler;
//: object tq_timer (linux/dev/include/linux/tqueue.h) 0ecbc4dae867dc22
task_queue tq_timer;
//: initialiser of timer_head (linux/dev/kernel/sched.c) 065d10baa3009201
{ &timer_head, &timer_head, 0, 0, NULL }
